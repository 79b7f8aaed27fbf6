"""Who may see commitments, and who may take part in them. Product rules, section 2."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, select

from herning_pwa.circles.models import Membership, Role
from herning_pwa.commitments.models import Commitment, Stage
from herning_pwa.people.models import Person

TAKE_PART = {
    Role.CUSTODY_PARENT,
    Role.YOUNG_PERSON,
    Role.NETWORK_MEMBER,
    Role.PROFESSIONAL,
}
SEE_THE_PULSE = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


def visible_to(actor: Person) -> Select[Commitment]:
    """The commitments in the circles where the actor takes part. Every look-up starts here."""
    return (
        select(Commitment)
        .join(Membership, Membership.circle_id == Commitment.circle_id)
        .where(
            Membership.person_id == actor.id, Membership.is_active, Membership.role.in_(TAKE_PART)
        )
    )


def takes_part(place: Membership) -> bool:
    """Whether this place sees commitments and can take one."""
    return place.is_active and place.role in TAKE_PART


def may_take_part(actor: Person, circle_id: UUID) -> bool:
    """Ask, offer and take."""
    place = actor.membership_in(circle_id)
    return place is not None and takes_part(place)


def may_take(actor: Person, commitment: Commitment) -> bool:
    return may_take_part(actor, commitment.circle_id)


def may_fulfil(actor: Person, commitment: Commitment) -> bool:
    """Keep it or release it: whoever has it now."""
    return commitment.stage is Stage.TAKEN and commitment.taken_by_id == actor.id


def may_withdraw(actor: Person, commitment: Commitment) -> bool:
    """Whoever asked, for as long as it is not done. Once they have left, those who decide."""
    if commitment.stage not in {Stage.OPEN, Stage.TAKEN}:
        return False
    if commitment.asked_by_id == actor.id:
        return True
    place = actor.membership_in(commitment.circle_id)
    decides = place is not None and (place.role is Role.CUSTODY_PARENT or place.is_responsible)
    return decides and _has_left(commitment)


def _has_left(commitment: Commitment) -> bool:
    here = {place.person_id for place in commitment.circle.active_memberships}
    return commitment.asked_by_id not in here


def may_see_pulse(actor: Person, circle_id: UUID) -> bool:
    """Who has a part and who has none yet is for those who can ask for help; never a score."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role in SEE_THE_PULSE
