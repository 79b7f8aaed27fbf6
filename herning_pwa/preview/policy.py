"""Who may look at the circle as somebody else sees it. Product rules, section 2."""

from __future__ import annotations

from uuid import UUID

from herning_pwa.circles.models import PARENTS, Membership, Role
from herning_pwa.people.models import Person

SHOWN_TO_PARENTS = frozenset({Role.NETWORK_MEMBER, Role.YOUNG_PERSON})
SHOWN_TO_THE_RESPONSIBLE = frozenset(Role) - {Role.PROFESSIONAL}


def may_look_as(actor: Person, place: Membership) -> bool:
    """Whether the actor may see what is seen from this living place.

    A custody parent never looks as another parent, nor as a supporter somebody else brought;
    the responsible professional never as other staff.
    """
    own = actor.membership_in(place.circle_id)
    if own is None or not may_look_as_others(actor, place.circle_id):
        return False
    if not place.is_active or place.person_id == actor.id:
        return False
    if own.is_responsible:
        return place.role in SHOWN_TO_THE_RESPONSIBLE
    if _is_or_was_parent(place):
        return False
    brought = place.role is Role.SUPPORTER and place.invited_by_id == actor.id
    return brought or place.role in SHOWN_TO_PARENTS


def _is_or_was_parent(place: Membership) -> bool:
    """The other home stays the other home, whatever place its parent has now."""
    return any(
        m.circle_id == place.circle_id and m.role in PARENTS for m in place.person.memberships
    )


def may_look_as_others(actor: Person, circle_id: UUID) -> bool:
    """Whether the actor is one of those who look as others at all."""
    own = actor.membership_in(circle_id)
    return own is not None and (own.is_responsible or own.role is Role.CUSTODY_PARENT)
