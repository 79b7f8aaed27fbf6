"""Which goals a round asks about, and which of them somebody is done with."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Circle, Membership
from herning_pwa.followup.models import RoundAnswer
from herning_pwa.followup.policy.cycle import ASKED_WHILE
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.load import with_circle, with_wordings
from herning_pwa.people.models import Person


def goals_asked_about(db: Session, circle_id: UUID) -> list[Goal]:
    """Everything under way in the circle, for ``policy.asked_about`` to sort by person.

    Three statements. Nobody is shown this list.
    """
    statement = (
        select(Goal)
        .where(Goal.circle_id == circle_id, Goal.lifecycle.in_(ASKED_WHILE))
        .options(
            joinedload(Goal.circle).options(
                selectinload(Circle.children),
                selectinload(Circle.memberships).joinedload(Membership.person),
            ),
            selectinload(Goal.shares),
        )
        .order_by(Goal.id)
        .execution_options(populate_existing=True)
    )
    return list(db.scalars(statement).unique())


def goals_to_answer(db: Session, actor: Person, circle_id: UUID) -> list[Goal]:
    """The goals this person is asked about, those in focus first. Three statements."""
    statement = (
        visible_to(actor)
        .where(Goal.circle_id == circle_id, Goal.lifecycle.in_(ASKED_WHILE))
        .options(with_circle(), with_wordings(), selectinload(Goal.shares))
        .order_by(Goal.in_focus.desc(), Goal.id)
    )
    return list(db.scalars(statement).unique())


def answers_of(db: Session, actor: Person, round_id: UUID) -> dict[UUID, RoundAnswer]:
    """What the person is done with in this round, by goal."""
    statement = (
        select(RoundAnswer)
        .where(RoundAnswer.round_id == round_id, RoundAnswer.person_id == actor.id)
        .options(joinedload(RoundAnswer.entry))
    )
    return {answer.goal_id: answer for answer in db.scalars(statement)}


def still_to_answer(goals: Sequence[Goal], done: dict[UUID, RoundAnswer]) -> list[Goal]:
    return [goal for goal in goals if goal.id not in done]
