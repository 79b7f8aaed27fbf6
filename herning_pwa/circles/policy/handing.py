"""Who may give a circle to another professional, and who reads about it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from herning_pwa.circles.models import Handover, Membership
from herning_pwa.people.models import Person, Staff


def may_hand_over(actor: Person, circle_id: UUID) -> bool:
    """Only the one who has the responsibility now can give it to somebody else."""
    place = actor.membership_in(circle_id)
    return place is not None and place.is_responsible


def may_assign(actor: Person) -> bool:
    """An administrator assigns staff, without seeing what is in a circle (product rules, 2)."""
    return actor.staff is Staff.ADMINISTRATOR


def handovers_visible_to(actor: Person) -> Select[Handover]:
    """Handovers as rows: for the two professionals, and for who has the responsibility now."""
    own = aliased(Membership)
    return (
        select(Handover)
        .join(own, own.circle_id == Handover.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            or_(
                own.is_responsible,
                Handover.given_by_id == actor.id,
                Handover.given_to_id == actor.id,
            ),
        )
    )


def may_take_back(actor: Person, handover: Handover) -> bool:
    """Before it begins: the one who wrote it, while the circle is still theirs."""
    return handover.given_by_id == actor.id and may_hand_over(actor, handover.circle_id)


def may_end_early(actor: Person, handover: Handover) -> bool:
    """While a substitute has the circle: either of the two."""
    return (
        handover.is_running
        and actor.id in {handover.given_by_id, handover.given_to_id}
        and actor.membership_in(handover.circle_id) is not None
    )
