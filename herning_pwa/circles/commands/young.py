"""A child's own sign-in from thirteen, and what is written down when a child is born."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.commands.leaving import close_links_of
from herning_pwa.circles.commands.links import send_link
from herning_pwa.circles.fields import read_email, read_name
from herning_pwa.circles.models import (
    Child,
    Circle,
    Ending,
    Invitation,
    Relation,
    Role,
    Standing,
)
from herning_pwa.circles.queries.find import find_child, find_circle
from herning_pwa.circles.words.children import why_no_access_yet
from herning_pwa.commitments.commands import release_all_of
from herning_pwa.errors import Conflict, NotAllowed, require
from herning_pwa.fields import TITLE_LIMIT, Check, checking
from herning_pwa.i18n import _, today
from herning_pwa.meetings.commands.letters import take_out_of_calendar
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.commands.subscribing import end_messages_without_place
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person
from herning_pwa.people.sessions import close_pages_of

OLDEST = 25  # support may last until 23; an older birthday is a slip of the finger


@sensitive
def give_access(db: Session, actor: Person, *, child_id: object, email: object) -> Invitation:
    """Send a child of thirteen or more the link to their own sign-in, at their own address.

    The custody parents are told and do not decide. Raises NotFound, NotAllowed (also when the
    child is too young), Conflict, or Invalid for the field email.
    """
    child = find_child(db, actor, child_id)
    require(policy.may_give_access(actor, child.circle_id))
    if not child.is_old_enough_to_sign_in:
        raise NotAllowed(why_no_access_yet(child))
    circle = find_circle(db, actor, child.circle_id, lock=True)
    if child.own_place is not None:
        raise Conflict(_("{name} has a sign-in already.").format(name=child.first_name))
    with checking() as check:
        address = read_email(check, "email", email)
        _refuse_an_adults(check, db, child, address)
    _make_room(db, circle, child, address)
    invitation = _invitation(actor, child, address)
    db.add(invitation)
    db.flush()
    send_link(db, invitation, address)
    _tell_parents(db, circle)
    record(db, actor, "access.given", invitation)
    return invitation


def _refuse_an_adults(check: Check, db: Session, child: Child, address: str) -> None:
    """Whoever reads the link gets in as the child. A parent's address is the first temptation."""
    owner = find_by_email(db, address)
    if owner is None or owner.id == child.person_id:
        return
    is_adult = owner.staff is not None or any(
        place.role is not Role.YOUNG_PERSON for place in owner.memberships
    )
    if is_adult or owner.membership_in(child.circle_id):
        check.refuse(
            "email",
            _("This address is somebody else’s. Write {name}’s own.").format(name=child.first_name),
        )


def _make_room(db: Session, circle: Circle, child: Child, address: str) -> None:
    """One link on its way to a child, and one to an address; one that has lapsed gives way."""
    under_way = select(Invitation).where(
        Invitation.circle_id == circle.id, Invitation.ending.is_(None)
    )
    of_child = Invitation.child_id == child.id
    for earlier in db.scalars(under_way.where(of_child | (Invitation.email == address))).all():
        if earlier.standing is not Standing.EXPIRED:
            raise Conflict(_("An invitation is on its way already. Take it back first."))
        earlier.end(Ending.REPLACED, None)
    db.flush()


def _invitation(actor: Person, child: Child, address: str) -> Invitation:
    return Invitation(
        circle_id=child.circle_id,
        child_id=child.id,
        role=Role.YOUNG_PERSON,
        relation=Relation.CHILD,
        name=child.first_name,
        email=address,
        invited_by_id=actor.id,
    )


def _tell_parents(db: Session, circle: Circle) -> None:
    for place in circle.custody_parents:
        tell_there_is_news(db, place.person)


@sensitive
def end_access(db: Session, actor: Person, *, child_id: object) -> None:
    """The child can no longer sign in, from now. What they wrote stays theirs.

    Raises NotFound, NotAllowed, or Conflict when there is nothing to end.
    """
    child = find_child(db, actor, child_id, lock=True)
    require(policy.may_give_access(actor, child.circle_id))
    place = child.own_place
    if place is None:
        raise Conflict(_("{name} has no sign-in now.").format(name=child.first_name))
    place.end(actor)
    close_links_of(db, place, by=actor)
    release_all_of(db, place)
    take_out_of_calendar(db, place)
    close_pages_of(db, place.person_id)
    end_messages_without_place(db, place.person)
    _tell_parents(db, child.circle)
    record(db, actor, "access.ended", place)


def record_birth(
    db: Session, actor: Person, *, child_id: object, first_name: object, birth_date: object
) -> None:
    """Write down the name and birthday of a child who has been born, or correct them.

    From then on the child's age decides what the child is asked. Raises NotFound,
    NotAllowed, or Invalid for the fields first_name and birth_date.
    """
    child = find_child(db, actor, child_id, lock=True)
    with checking() as check:
        name = read_name(check, "first_name", first_name)
        born = _birthday(check, birth_date)
    if (child.first_name, child.birth_date) == (name, born):
        return
    require(policy.may_record_birth(actor, child))
    action = "child.corrected" if child.birth_date else "child.born"
    _rename(child, name)
    child.birth_date = born
    record(db, actor, action, child)


def _birthday(check: Check, birth_date: object) -> date | None:
    born = check.day("birth_date", birth_date, missing=_("Choose the day of birth."))
    if born and born > today():
        check.refuse("birth_date", _("That day has not come yet. Choose today or earlier."))
    elif born and today().year - born.year > OLDEST:
        check.refuse("birth_date", _("That is too long ago. Look at the year once more."))
    return born


def _rename(child: Child, name: str) -> None:
    """A circle called after a child not yet born gets the child's name as well."""
    called = child.circle.name.replace(child.first_name, name)
    if child.birth_date is None and len(called) <= TITLE_LIMIT:
        child.circle.name = called
    child.first_name = name
