"""/kreds/inviter: whom the actor may invite, and what the guest will see."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from herning_pwa.circles import policy, words
from herning_pwa.circles.fields import Guest, place_value, read_guest
from herning_pwa.circles.models import RELATIONS_OF, Circle, Giving, Role
from herning_pwa.circles.queries.find import find_circle, find_suggestion
from herning_pwa.errors import require
from herning_pwa.fields import plain
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
    suggested: str = ""
    place: str = ""
    name: str = ""
    suggestion_id: str = ""


@dataclass(frozen=True)
class GuestPreview:
    """What the guest will see, before anything is sent. The first seven go back with the form."""

    place: str = ""
    name: str = ""
    email: str = ""
    giving: str = Giving.MAIL
    last_day: str = ""
    suggestion_id: str = ""
    circle_id: str = ""
    who: str = ""
    heading: str = ""
    sees: list[str] = field(default_factory=list)
    not_heading: str = ""
    does_not_see: list[str] = field(default_factory=list)
    read_by: str = ""
    until: str = ""
    what_happens: str = ""
    act: str = ""


def invite_page(
    db: Session, actor: Person, *, circle_id: object, suggestion_id: object = ""
) -> InviteView:
    """``suggestion_id`` fills in whom a young person has suggested.

    Raises NotFound, or NotAllowed for somebody who cannot invite here.
    """
    asked = find_suggestion(db, actor, suggestion_id) if plain(suggestion_id) else None
    circle = find_circle(db, actor, asked.circle_id if asked else circle_id)
    roles = policy.roles_to_invite(actor, circle.id)
    require(bool(roles))
    view = InviteView(str(circle.id), circle.name, [_group(role) for role in roles])
    if asked is None or not asked.waits:
        return view
    return replace(
        view,
        suggested=_("{name} suggested {guest}.").format(
            name=asked.suggested_by.first_name,
            guest=words.named_place(asked.name, asked.relation, Role.NETWORK_MEMBER),
        ),
        place=place_value(Role.NETWORK_MEMBER, asked.relation),
        name=asked.name,
        suggestion_id=str(asked.id),
    )


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
    db: Session, actor: Person, *, circle_id: object, suggestion_id: object = "", **form: object
) -> GuestPreview:
    """The same checks as inviting, and then in words what the guest will see. Sends nothing."""
    circle = find_circle(db, actor, circle_id)
    require(bool(policy.roles_to_invite(actor, circle.id)))
    guest = read_guest(actor, **form)
    require(policy.may_invite(actor, circle.id, guest.role))
    return GuestPreview(
        place=guest.place,
        name=guest.name,
        email=guest.email,
        giving=guest.giving,
        last_day=guest.last_day.isoformat() if guest.last_day else "",
        suggestion_id=plain(suggestion_id),
        circle_id=str(circle.id),
        who=words.named_place(guest.name, guest.relation, guest.role),
        heading=_("What {name} can see").format(name=guest.name),
        sees=words.place_sees(guest.role, words.children_of(circle), guest=guest.name),
        not_heading=_("What {name} cannot see").format(name=guest.name),
        does_not_see=words.place_does_not_see(guest.role),
        read_by=words.guest_writing_is_read_by(guest.role, guest.name, readers_in(circle)),
        until=words.until(guest.last_day),
        what_happens=_what_happens(actor, circle, guest),
        act=_act(actor, circle, guest),
    )


def readers_in(circle: Circle) -> list[str]:
    """First names of those who read everything shared: custody parents and the responsible."""
    places = circle.custody_parents + ([circle.responsible] if circle.responsible else [])
    return [place.person.first_name for place in places]


def _what_happens(actor: Person, circle: Circle, guest: Guest) -> str:
    asks_first = policy.needs_confirmation(actor, circle.id, guest.role)
    if guest.giving is Giving.BY_HAND:
        sentence = words.given_by_hand(asks_first=asks_first)
    else:
        sentence = words.given_by_mail(asks_first=asks_first)
    return sentence.format(name=guest.name, email=guest.email)


def _act(actor: Person, circle: Circle, guest: Guest) -> str:
    if policy.needs_confirmation(actor, circle.id, guest.role):
        return _("Ask the parents")
    by_hand = guest.giving is Giving.BY_HAND
    return _("Make the invitation") if by_hand else _("Send the invitation")
