"""/kreds/inviter: whom the actor may invite, and what the guest will see."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from herning_pwa.circles import policy, words
from herning_pwa.circles.fields import Guest, place_value, read_guest
from herning_pwa.circles.models import RELATIONS_OF, Circle, Role
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.errors import require
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class PlaceOption:
    """A place to choose: what is sent, and what is read."""

    value: str = ""
    label: str = ""


@dataclass(frozen=True)
class PlaceGroup:
    """Places of one kind."""

    heading: str = ""
    places: list[PlaceOption] = field(default_factory=list)


@dataclass(frozen=True)
class InviteView:
    """What can be chosen from."""

    circle_id: str = ""
    circle: str = ""
    groups: list[PlaceGroup] = field(default_factory=list)


@dataclass(frozen=True)
class GuestPreview:
    """What the guest will see, before anything is sent. The first four go back with the form."""

    place: str = ""
    name: str = ""
    email: str = ""
    circle_id: str = ""
    who: str = ""
    heading: str = ""
    sees: list[str] = field(default_factory=list)
    not_heading: str = ""
    does_not_see: list[str] = field(default_factory=list)
    read_by: str = ""
    what_happens: str = ""


def invite_page(db: Session, actor: Person, *, circle_id: object) -> InviteView:
    """Raises NotFound, or NotAllowed for somebody who cannot invite here."""
    circle = find_circle(db, actor, circle_id)
    roles = policy.roles_to_invite(actor, circle.id)
    require(bool(roles))
    return InviteView(str(circle.id), circle.name, [_group(role) for role in roles])


def _group(role: Role) -> PlaceGroup:
    return PlaceGroup(
        words.inviting_question(role),
        [
            PlaceOption(
                place_value(role, relation), words.capitalised(words.relation_word(relation, role))
            )
            for relation in RELATIONS_OF[role]
        ],
    )


def preview_invitation(
    db: Session, actor: Person, *, circle_id: object, place: object, name: object, email: object
) -> GuestPreview:
    """The same checks as inviting, and then in words what the guest will see. Sends nothing."""
    circle = find_circle(db, actor, circle_id)
    require(bool(policy.roles_to_invite(actor, circle.id)))
    guest = read_guest(actor, place=place, name=name, email=email)
    require(policy.may_invite(actor, circle.id, guest.role))
    return GuestPreview(
        place=guest.place,
        name=guest.name,
        email=guest.email,
        circle_id=str(circle.id),
        who=words.named_place(guest.name, guest.relation, guest.role),
        heading=_("What {name} can see").format(name=guest.name),
        sees=words.place_sees(guest.role, words.children_of(circle), guest=guest.name),
        not_heading=_("What {name} cannot see").format(name=guest.name),
        does_not_see=words.place_does_not_see(guest.role),
        read_by=words.guest_writing_is_read_by(guest.role, guest.name, readers_in(circle)),
        what_happens=_what_happens(actor, circle, guest),
    )


def readers_in(circle: Circle) -> list[str]:
    """First names of those who read everything shared: custody parents and the responsible."""
    places = circle.custody_parents + ([circle.responsible] if circle.responsible else [])
    return [place.person.first_name for place in places]


def _what_happens(actor: Person, circle: Circle, guest: Guest) -> str:
    if policy.needs_confirmation(actor, circle.id, guest.role):
        sentence = _(
            "First a parent with custody is asked. When the parent says yes, a mail with a link "
            "goes to {email}. It works for seven days."
        )
    else:
        sentence = _(
            "A mail with a link goes to {email}. It works once, for seven days. "
            "{name} can say yes or no."
        )
    return sentence.format(name=guest.name, email=guest.email)
