"""Who may help whom back in."""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.people.models import Person


def may_start_recovery(actor: Person, membership: Membership) -> bool:
    """The responsible professional, for the family and its network. Staff have an operator."""
    own = actor.membership_in(membership.circle_id)
    return (
        own is not None
        and own.is_responsible
        and membership.is_active
        and membership.person_id != actor.id
        and membership.role is not Role.PROFESSIONAL
        and membership.person.staff is None
    )


def may_have_details_in_feed(actor: Person) -> bool:
    """Not staff: a calendar's address is one factor, and they must show two to see as much."""
    return actor.staff is None
