"""Who has a desk, and over which circles."""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.people.models import Person


def has_a_desk(actor: Person) -> bool:
    return bool(places_worked_in(actor))


def places_worked_in(actor: Person) -> list[Membership]:
    """The actor's living places as a professional."""
    return [place for place in actor.active_memberships if place.role is Role.PROFESSIONAL]
