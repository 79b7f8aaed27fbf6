"""Who sees which phase a circle is in, who reads why, and who may change it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, select

from herning_pwa.circles import policy as circles
from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.policy.sight import SEES_EVERYBODY
from herning_pwa.followup.models import PhaseTurn
from herning_pwa.people.models import Person

READ_WHY = {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.PROFESSIONAL}


def turns_visible_to(actor: Person) -> Select[PhaseTurn]:
    """For everybody but a parent without custody and a supporter."""
    return (
        select(PhaseTurn)
        .join(Membership, Membership.circle_id == PhaseTurn.circle_id)
        .where(
            Membership.person_id == actor.id,
            Membership.is_active,
            Membership.role.in_(SEES_EVERYBODY),
        )
    )


def sees_phase(actor: Person, circle_id: UUID) -> bool:
    """The rule of ``turns_visible_to`` for a circle already at hand."""
    return circles.takes_part(actor, circle_id)


def reads_why(place: Membership) -> bool:
    """Whether this place reads the reason: the family at home and the professionals."""
    return place.is_active and place.role in READ_WHY


def may_change_phase(actor: Person, circle_id: UUID) -> bool:
    place = actor.membership_in(circle_id)
    return place is not None and place.is_responsible
