"""Who reads which step of the ladder a circle stands on, and why. Decision 19."""

from __future__ import annotations

from sqlalchemy import Select, select

from herning_pwa.circles.models import Membership, Role
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.people.models import Person

READS_LADDER = frozenset({Role.CUSTODY_PARENT, Role.PROFESSIONAL})


def ladder_visible_to(actor: Person) -> Select[LadderTurn]:
    """Present turns in the circles where the actor is a custody parent or a professional."""
    own = select(Membership.circle_id).where(
        Membership.person_id == actor.id, Membership.is_active, Membership.role.in_(READS_LADDER)
    )
    return select(LadderTurn).where(LadderTurn.replaced_at.is_(None), LadderTurn.circle_id.in_(own))


def reads_ladder(place: Membership) -> bool:
    """The rule of ``ladder_visible_to`` for a living place at hand."""
    return place.role in READS_LADDER
