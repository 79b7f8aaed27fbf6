"""Who may end a place, give it a last day, and say that an address is protected."""

from __future__ import annotations

from herning_pwa.circles.models import HAS_A_LAST_DAY, Membership, Role
from herning_pwa.people.models import Person

MAY_LEAVE = {Role.CUSTODY_PARENT, Role.INFORMED_PARENT, Role.NETWORK_MEMBER, Role.SUPPORTER}
ENDS_NETWORK_MEMBERS = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


def may_leave(actor: Person, membership: Membership) -> bool:
    """Whether the actor may give up this place, which must be their own."""
    return membership.person_id == actor.id and membership.role in MAY_LEAVE


def may_end_membership(actor: Person, membership: Membership) -> bool:
    """Whether the actor may end somebody else's place. A supporter goes with who brought them."""
    place = actor.membership_in(membership.circle_id)
    if place is None or membership.person_id == actor.id:
        return False
    if membership.role is Role.SUPPORTER:
        return membership.invited_by_id == actor.id
    return membership.role is Role.NETWORK_MEMBER and place.role in ENDS_NETWORK_MEMBERS


def may_set_end(actor: Person, membership: Membership) -> bool:
    """Whether the actor may agree a last day for this living place, move it or take it away.

    A custody parent or who invited them; a supporter's is for who brings them alone.
    """
    place = actor.membership_in(membership.circle_id)
    if place is None or not membership.is_active or membership.role not in HAS_A_LAST_DAY:
        return False
    if membership.invited_by_id == actor.id:
        return True
    return place.role is Role.CUSTODY_PARENT and membership.role is Role.NETWORK_MEMBER


def may_protect_address(actor: Person, membership: Membership) -> bool:
    """Say that an address is protected, or no longer: the person, and the responsible one."""
    own = actor.membership_in(membership.circle_id)
    if own is None or not membership.is_active or membership.role is Role.PROFESSIONAL:
        return False
    return membership.person_id == actor.id or own.is_responsible


def knows_of_protection(actor: Person, membership: Membership) -> bool:
    """Professionals plan with it, so they are told. Other members never learn of it."""
    own = actor.membership_in(membership.circle_id)
    is_told = own is not None and own.role is Role.PROFESSIONAL
    return membership.person_id == actor.id or is_told
