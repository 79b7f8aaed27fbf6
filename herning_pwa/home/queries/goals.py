"""The goals today's page speaks about, with all it says of them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import case
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Circle
from herning_pwa.circles.queries.load import with_people
from herning_pwa.goals.models import IN_FORCE, Goal, Lifecycle
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.load import with_wordings
from herning_pwa.people.models import Person

GOALS_READ = 50
LIVING = {Lifecycle.PROPOSED, *IN_FORCE}


def living_goals(db: Session, actor: Person, circle_ids: Collection[UUID]) -> list[Goal]:
    """Goals under way in these circles that the actor sees. Four statements.

    Proposals come first, then those in focus.
    """
    statement = (
        visible_to(actor)
        .where(Goal.circle_id.in_(circle_ids), Goal.lifecycle.in_(LIVING))
        .options(
            joinedload(Goal.circle).options(joinedload(Circle.children), with_people()),
            joinedload(Goal.shares),
            with_wordings(),
            selectinload(Goal.steps),
        )
        .order_by(
            case((Goal.lifecycle == Lifecycle.PROPOSED, 0), else_=1),
            Goal.in_focus.desc(),
            Goal.id,
        )
        .limit(GOALS_READ)
    )
    return list(db.scalars(statement).unique())
