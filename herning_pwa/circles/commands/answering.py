"""What the invited person does with the link: says yes, or no."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.commands.links import send_link
from herning_pwa.circles.fields import read_email, read_name
from herning_pwa.circles.models import (
    LINKS_AT_MOST,
    Circle,
    Ending,
    Invitation,
    LinkProblem,
    Membership,
    Role,
)
from herning_pwa.circles.queries.find import find_by_secret, problem_with_link
from herning_pwa.circles.words import link_sentence
from herning_pwa.errors import DomainError
from herning_pwa.fields import checking
from herning_pwa.notifications.commands import cancel_mail
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import check_password, hash_password


class LinkRefused(DomainError):
    """The link does not let this visitor in. ``problem`` says why, ``str()`` in words."""

    def __init__(self, problem: LinkProblem) -> None:
        self.problem = problem
        super().__init__(link_sentence(problem))


def accept_invitation(
    db: Session,
    secret: object,
    *,
    signed_in: Person | None,
    first_name: object = "",
    password: object = "",
) -> Person:
    """Yes: the person, new or already known, gets the place. Works exactly once.

    ``signed_in`` must own the invited address. Somebody new gives a first name and a
    password. Raises LinkRefused, or Invalid for the fields fornavn and adgangskode.
    """
    invitation = _open_invitation(db, secret, signed_in)
    person = signed_in or _new_person(db, invitation, first_name, password)
    if invitation.role is Role.PROFESSIONAL and person.staff is None:
        person.staff = Staff.PROFESSIONAL
    _move_in(db, person, invitation)
    if invitation.child is not None:
        invitation.child.person_id = person.id
    invitation.end(Ending.ACCEPTED, person)
    record(db, person, "invitation.accepted", invitation)
    return person


def _move_in(db: Session, person: Person, invitation: Invitation) -> None:
    """The place, to the last day that was agreed. An earlier one whose day has passed is closed."""
    for place in person.memberships:
        if place.circle_id == invitation.circle_id and not place.is_active and not place.ended_at:
            place.ended_at = place.ends_at
    db.flush()
    place = Membership(
        circle_id=invitation.circle_id,
        person=person,
        role=invitation.role,
        relation=invitation.relation,
        invited_by_id=invitation.invited_by_id,
    )
    place.stay_until(invitation.last_day)
    db.add(place)


def give_address(db: Session, secret: object, *, email: object) -> None:
    """Somebody new, shown a link by hand, says where the real one is to be sent.

    An address that the sender wrote is the one. Nothing else happens before the mail's link
    is opened, so nobody can join with an address that is not theirs, nor learn whether it
    has an account. Raises LinkRefused, or Invalid.
    """
    shown = find_by_secret(db, secret)
    if shown is not None:  # one at a time, in the order in which inviting takes the locks
        db.scalar(select(Circle.id).where(Circle.id == shown.circle_id).with_for_update())
    invitation = _open_invitation(db, secret, None)
    if not invitation.is_shown_link:
        raise LinkRefused(LinkProblem.UNKNOWN)
    if invitation.links_made >= LINKS_AT_MOST:
        raise LinkRefused(LinkProblem.EXPIRED)
    send_link(db, invitation, invitation.email or _given_address(db, invitation, email))
    record(db, None, "invitation.address_given", invitation)


def _given_address(db: Session, invitation: Invitation, email: object) -> str:
    with checking() as check:
        address = read_email(check, LinkProblem.ADDRESS, email)
    _make_way(db, invitation, address)
    invitation.give_address(address)
    return address


def _make_way(db: Session, invitation: Invitation, address: str) -> None:
    """Another invitation from the same sender to the same address: this one is the newer."""
    under_way = select(Invitation).where(
        Invitation.circle_id == invitation.circle_id,
        Invitation.invited_by_id == invitation.invited_by_id,
        Invitation.email == address,
        Invitation.ending.is_(None),
    )
    for other in db.scalars(under_way):
        other.end(Ending.REPLACED, None)
        cancel_mail(db, other.mail_id)
    db.flush()


def decline_invitation(db: Session, secret: object, *, signed_in: Person | None) -> None:
    """No: the link is used up, and nobody is let in. Raises LinkRefused."""
    invitation = _open_invitation(db, secret, signed_in, tolerate=LinkProblem.SIGN_IN_FIRST)
    invitation.end(Ending.DECLINED, signed_in)
    record(db, signed_in, "invitation.declined", invitation)


def _open_invitation(
    db: Session, secret: object, visitor: Person | None, *, tolerate: LinkProblem | None = None
) -> Invitation:
    """The invitation, locked until the transaction ends, when it lets the visitor in."""
    invitation = find_by_secret(db, secret, lock=True)
    problem = problem_with_link(db, invitation, visitor)
    if problem is LinkProblem.USED:
        problem = LinkProblem.REPLAYED
    if invitation is None or problem not in {None, tolerate}:
        raise LinkRefused(problem or LinkProblem.UNKNOWN)
    return invitation


def _new_person(
    db: Session, invitation: Invitation, first_name: object, password: object
) -> Person:
    if invitation.email is None or invitation.is_shown_link:
        raise LinkRefused(LinkProblem.ADDRESS)
    with checking() as check:
        name = read_name(check, "fornavn", first_name)
        chosen = check_password(
            check, "adgangskode", password, first_name=name, email=invitation.email
        )
    person = Person(first_name=name, email=invitation.email, password_hash=hash_password(chosen))
    try:
        with db.begin_nested():
            db.add(person)
    except IntegrityError:  # the same address was taken into use this very moment
        raise LinkRefused(LinkProblem.SIGN_IN_FIRST) from None
    return person
