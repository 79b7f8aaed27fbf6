"""Leaving a circle, and ending somebody's place in it. What they wrote stays."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.models import Ending, Invitation, Membership
from herning_pwa.circles.queries.find import find_membership, supporters_of
from herning_pwa.commitments.commands import release_all_of
from herning_pwa.errors import require
from herning_pwa.meetings.commands.letters import take_out_of_calendar
from herning_pwa.notifications.commands import cancel_mail, tell_there_is_news
from herning_pwa.notifications.commands.subscribing import end_messages_without_place
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person
from herning_pwa.people.sessions import close_pages_of


def leave_circle(db: Session, actor: Person, *, membership_id: object) -> None:
    """Give up one's own place, from now. A parent's supporters go with the parent.

    Raises NotFound or NotAllowed.
    """
    membership = find_membership(db, actor, membership_id)
    require(policy.may_leave(actor, membership))
    brought = supporters_of(db, membership)
    _end(db, actor, membership)
    record(db, actor, "membership.left", membership)
    for place in brought:
        _end(db, actor, place)
        record(db, actor, "membership.ended", place)
        tell_there_is_news(db, place.person)


@sensitive
def end_membership(db: Session, actor: Person, *, membership_id: object) -> None:
    """End somebody else's place, from now. Raises NotFound or NotAllowed."""
    membership = find_membership(db, actor, membership_id)
    require(policy.may_end_membership(actor, membership))
    _end(db, actor, membership)
    record(db, actor, "membership.ended", membership)


def _end(db: Session, actor: Person, membership: Membership) -> None:
    """End the place, and with it every open page and every link around the ending."""
    membership.end(actor)
    close_links_of(db, membership, by=actor)
    release_all_of(db, membership)
    take_out_of_calendar(db, membership)
    close_pages_of(db, membership.person_id)
    end_messages_without_place(db, membership.person)


def close_links_of(db: Session, membership: Membership, *, by: Person | None) -> None:
    """Take back the invitations this person has sent in the circle, or is on the way with."""
    person = membership.person
    links = select(Invitation).where(
        Invitation.circle_id == membership.circle_id,
        Invitation.ending.is_(None),
        or_(Invitation.invited_by_id == person.id, Invitation.email == person.email),
    )
    for invitation in db.scalars(links.with_for_update()):
        invitation.end(Ending.REVOKED, by)
        cancel_mail(db, invitation.mail_id)
