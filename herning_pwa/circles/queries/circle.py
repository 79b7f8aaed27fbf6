"""/kreds: the people around the child, and the invitations under way."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.circles.queries.under_way import InvitationRow, invitations_under_way
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.i18n import _, ngettext
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 50
TOLD_ABOUT_CUSTODY = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


@dataclass(frozen=True)
class PersonView:
    """Somebody in the circle, as this reader sees them."""

    membership_id: str = ""
    name: str = ""
    relation: str = ""
    note: str = ""
    shape: str = "circle"
    is_me: bool = False
    can_end: bool = False
    can_leave: bool = False
    ending_means: str = ""


@dataclass(frozen=True)
class GroupView:
    """People under one heading."""

    heading: str = ""
    people: list[PersonView] = field(default_factory=list)


@dataclass(frozen=True)
class CircleView:
    """The whole page."""

    name: str = ""
    children: list[str] = field(default_factory=list)
    groups: list[GroupView] = field(default_factory=list)
    invitations: list[InvitationRow] = field(default_factory=list)
    can_invite: bool = False


def circle_page(db: Session, actor: Person, *, circle_id: object) -> CircleView:
    """Raises NotFound. Four statements and one for the mails, however many people.

    Somebody who stands in no circle (``circle_id`` is none) sees a page without people.
    """
    if circle_id is None:
        return CircleView(name=_("Circle"))
    circle = db.scalar(
        policy.visible_to(actor)
        .where(Circle.id == as_id(circle_id))
        .options(selectinload(Circle.children))
    )
    if circle is None:
        raise NotFound
    return CircleView(
        name=circle.name,
        children=[_child(child) for child in circle.children],
        groups=_groups(db, actor, circle.id),
        invitations=invitations_under_way(db, actor, circle),
        can_invite=bool(policy.roles_to_invite(actor, circle.id)),
    )


def _child(child: Child) -> str:
    if child.age is None:
        return _("{name}, not born yet").format(name=child.first_name)
    return ngettext("{name}, {n} year", "{name}, {n} years", child.age).format(
        name=child.first_name
    )


def _groups(db: Session, actor: Person, circle_id: UUID) -> list[GroupView]:
    """Family, network, professionals; a heading without people is left out."""
    places = db.scalars(
        policy.members_visible_to(actor)
        .where(Membership.circle_id == circle_id)
        .options(joinedload(Membership.person))
        .order_by(Membership.started_at, Membership.id)
        .limit(SHOWN_AT_MOST)
    ).all()
    headings = dict.fromkeys(words.group_word(role) for role in Role)
    by_heading: dict[str, list[PersonView]] = {heading: [] for heading in headings}
    for place in places:
        by_heading[words.group_word(place.role)].append(_person(actor, place))
    return [GroupView(heading, people) for heading, people in by_heading.items() if people]


def _person(actor: Person, place: Membership) -> PersonView:
    is_me = place.person_id == actor.id
    return PersonView(
        membership_id=str(place.id),
        name=place.person.first_name,
        relation=words.capitalised(words.relation_word(place.relation, place.role)),
        note=_note(actor, place),
        shape=words.voice_shape(place.role),
        is_me=is_me,
        can_end=policy.may_end_membership(actor, place),
        can_leave=policy.may_leave(actor, place),
        ending_means=words.leaving_means()
        if is_me
        else words.ending_means(place.person.first_name),
    )


def _note(actor: Person, place: Membership) -> str:
    """Custody is said only to those who decide, and to oneself."""
    if place.is_responsible:
        return _("Has the responsibility in the municipality")
    own = actor.membership_in(place.circle_id)
    is_told = place.person_id == actor.id or (own is not None and own.role in TOLD_ABOUT_CUSTODY)
    return words.role_note(place.role) if is_told else ""
