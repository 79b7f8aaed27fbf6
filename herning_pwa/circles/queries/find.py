"""Looking things up. By id: always from what the actor may see. By link: from its secret."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from herning_pwa.circles import policy
from herning_pwa.circles.models import (
    Child,
    Circle,
    Ending,
    Handover,
    Invitation,
    LinkProblem,
    Membership,
    Role,
    Standing,
    Suggestion,
)
from herning_pwa.fields import as_id, plain
from herning_pwa.finding import locked, the_one
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

SECRET_LIMIT = 200
# Mail programs add brackets and full stops, trackers a question mark, and some write capitals.
_SECRET = re.compile(r"[^0-9a-z]*([0-9a-f]+)(?![0-9a-z])")
_PROBLEM_AFTER = {
    Ending.ACCEPTED: LinkProblem.USED,
    Ending.DECLINED: LinkProblem.DECLINED,
    Ending.REVOKED: LinkProblem.REVOKED,
    Ending.REFUSED: LinkProblem.REVOKED,
    Ending.REPLACED: LinkProblem.UNKNOWN,
}


def find_circle(
    db: Session, actor: Person, circle_id: object, *options: ExecutableOption, lock: bool = False
) -> Circle:
    """The circle; raises NotFound. ``lock`` lets only one change it at a time."""
    seen = policy.visible_to(actor).where(Circle.id == as_id(circle_id)).options(*options)
    return the_one(db, seen.with_for_update(key_share=True, of=Circle) if lock else seen)


def find_child(
    db: Session, actor: Person, child_id: object, *options: ExecutableOption, lock: bool = False
) -> Child:
    """A child; raises NotFound. ``lock`` lets only one change it at a time."""
    seen = policy.children_visible_to(actor).where(Child.id == as_id(child_id)).options(*options)
    return the_one(db, locked(seen, Child) if lock else seen)


def find_membership(db: Session, actor: Person, membership_id: object) -> Membership:
    """A living place, locked until the transaction ends; raises NotFound."""
    seen = policy.members_visible_to(actor).where(Membership.id == as_id(membership_id))
    return the_one(db, locked(seen, Membership))


def find_place(
    db: Session, actor: Person, membership_id: object, *options: ExecutableOption
) -> Membership:
    """A place to look at, living or over; raises NotFound."""
    seen = policy.places_visible_to(actor).where(Membership.id == as_id(membership_id))
    return the_one(db, seen.options(*options))


def find_invitation(db: Session, actor: Person, invitation_id: object) -> Invitation:
    """An invitation, locked until the transaction ends; raises NotFound."""
    seen = policy.invitations_visible_to(actor).where(Invitation.id == as_id(invitation_id))
    return the_one(db, locked(seen, Invitation))


def find_handover(db: Session, actor: Person, handover_id: object) -> Handover:
    """A handover; raises NotFound."""
    seen = policy.handovers_visible_to(actor).where(Handover.id == as_id(handover_id))
    return the_one(db, seen)


def supporters_of(db: Session, membership: Membership) -> list[Membership]:
    """Those a parent has brought along. A supporter helps one person, and not the circle."""
    if membership.role is not Role.CUSTODY_PARENT:
        return []
    brought = select(Membership).where(
        Membership.circle_id == membership.circle_id,
        Membership.invited_by_id == membership.person_id,
        Membership.role == Role.SUPPORTER,
        Membership.is_active,
    )
    return list(db.scalars(brought.order_by(Membership.id)))


def find_suggestion(
    db: Session, actor: Person, suggestion_id: object, *, lock: bool = False
) -> Suggestion:
    """A suggestion; raises NotFound. ``lock`` lets only one answer it at a time."""
    seen = policy.suggestions_visible_to(actor).where(Suggestion.id == as_id(suggestion_id))
    return the_one(db, locked(seen, Suggestion) if lock else seen)


def find_by_secret(db: Session, secret: object, *, lock: bool = False) -> Invitation | None:
    """The invitation this link opens; none for a cut, replaced or invented link."""
    given = _SECRET.match(plain(secret)[:SECRET_LIMIT].casefold())
    if given is None:
        return None
    opened = select(Invitation).where(Invitation.secret_hash == hash_secret(given[1]))
    return db.scalar(locked(opened, Invitation) if lock else opened)


def asks_for_address(db: Session, secret: object) -> bool:
    """Whether somebody new must first open a mail: a link by hand shows no address is theirs."""
    invitation = find_by_secret(db, secret)
    return (
        invitation is not None
        and invitation.is_shown_link
        and problem_with_link(db, invitation, None) is None
    )


def problem_with_link(
    db: Session, invitation: Invitation | None, visitor: Person | None
) -> LinkProblem | None:
    """Why the link does not let this visitor in; none when it does."""
    if invitation is None:
        return LinkProblem.UNKNOWN
    if invitation.ending is not None:
        is_in = visitor is not None and _is_for(invitation, visitor) and _is_in(invitation, visitor)
        return LinkProblem.ALREADY_MEMBER if is_in else _PROBLEM_AFTER[invitation.ending]
    if invitation.standing is not Standing.OPEN:
        return LinkProblem.EXPIRED
    if not policy.still_stands(invitation):
        return LinkProblem.REVOKED
    return _problem_with_visitor(db, invitation, visitor)


def _problem_with_visitor(
    db: Session, invitation: Invitation, visitor: Person | None
) -> LinkProblem | None:
    if visitor is None:
        if invitation.is_shown_link:  # its sender has it too: it tells nobody who has an account
            return None
        account = find_by_email(db, invitation.email) if invitation.email else None
        return LinkProblem.SIGN_IN_FIRST if account else None
    if not _is_for(invitation, visitor):
        return LinkProblem.SOMEBODY_ELSE
    return LinkProblem.ALREADY_MEMBER if _is_in(invitation, visitor) else None


def _is_for(invitation: Invitation, visitor: Person) -> bool:
    """An invitation given by hand may name no address: it is for who answers it."""
    if invitation.email is None:
        return invitation.ended_by_id in {None, visitor.id}
    return visitor.email == invitation.email


def _is_in(invitation: Invitation, visitor: Person) -> bool:
    return visitor.membership_in(invitation.circle_id) is not None
