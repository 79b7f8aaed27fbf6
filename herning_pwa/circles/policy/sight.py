"""Who sees a circle and the people in it. A supporter is known to few: decision 33."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.circles.policy.places import ENDS_NETWORK_MEMBERS
from herning_pwa.people.models import Person

SEES_EVERYBODY = {
    Role.CUSTODY_PARENT,
    Role.YOUNG_PERSON,
    Role.NETWORK_MEMBER,
    Role.PROFESSIONAL,
}


def visible_to(actor: Person) -> Select[Circle]:
    """The circles the actor has a place in now."""
    return select(Circle).where(
        Circle.id.in_(
            select(Membership.circle_id).where(
                Membership.person_id == actor.id, Membership.is_active
            )
        )
    )


def members_visible_to(actor: Person) -> Select[Membership]:
    """The places the actor sees, living ones only.

    A parent without custody sees only themself and the responsible professional;
    a supporter also the custody parents. Whom a parent brings along as a supporter is for that
    parent and the professionals to see.
    """
    own = aliased(Membership)
    return _places_with(own, actor).where(Membership.is_active, _sees(own, actor))


def places_visible_to(actor: Person) -> Select[Membership]:
    """The same, and for those who decide also the places that are over."""
    own = aliased(Membership)
    return _places_with(own, actor).where(
        or_(
            and_(Membership.is_active, _sees(own, actor)),
            and_(
                ~Membership.is_active,
                own.role.in_(ENDS_NETWORK_MEMBERS),
                _knows_of(own, actor),
            ),
        )
    )


def _places_with(own: type[Membership], actor: Person) -> Select[Membership]:
    """Places in the circles where the actor's ``own`` is a living one."""
    return (
        select(Membership)
        .join(own, own.circle_id == Membership.circle_id)
        .where(own.person_id == actor.id, own.is_active)
    )


def _sees(own: type[Membership], actor: Person) -> ColumnElement[bool]:
    return or_(
        own.role.in_(SEES_EVERYBODY) & _knows_of(own, actor),
        Membership.person_id == actor.id,
        Membership.is_responsible,
        (own.role == Role.SUPPORTER) & (Membership.role == Role.CUSTODY_PARENT),
    )


def _knows_of(own: type[Membership], actor: Person) -> ColumnElement[bool]:
    """Of a supporter's place: who brought them, professionals, and the parents who were asked."""
    brought = aliased(Membership)
    by_a_professional = exists().where(
        brought.circle_id == Membership.circle_id,
        brought.person_id == Membership.invited_by_id,
        brought.role == Role.PROFESSIONAL,
    )
    return or_(
        Membership.role != Role.SUPPORTER,
        own.role == Role.PROFESSIONAL,
        Membership.invited_by_id == actor.id,
        (own.role == Role.CUSTODY_PARENT) & by_a_professional,
    )


def sees_member(own: Membership, other: Membership) -> bool:
    """The rule of ``members_visible_to`` for two places already at hand."""
    return (
        (own.role in SEES_EVERYBODY and _knows(own, other))
        or other.person_id == own.person_id
        or other.is_responsible
        or (own.role is Role.SUPPORTER and other.role is Role.CUSTODY_PARENT)
    )


def _knows(own: Membership, other: Membership) -> bool:
    """The rule of ``_knows_of``."""
    if other.role is not Role.SUPPORTER or own.role is Role.PROFESSIONAL:
        return True
    if other.invited_by_id == own.person_id:
        return True
    return own.role is Role.CUSTODY_PARENT and any(
        place.person_id == other.invited_by_id and place.role is Role.PROFESSIONAL
        for place in other.circle.memberships
    )


def takes_part(actor: Person, circle_id: UUID) -> bool:
    """Whether the actor is among those who see everybody and help one another."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role in SEES_EVERYBODY
