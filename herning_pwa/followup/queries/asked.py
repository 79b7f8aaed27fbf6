"""Which goals a round asks about, and which of them somebody is done with or has left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID, uuid5

from sqlalchemy import Subquery, select, union
from sqlalchemy.orm import Session, aliased, selectinload

from herning_pwa.followup.models import Round, RoundAnswer, RoundState
from herning_pwa.followup.policy.cycle import ASKED_WHILE
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.load import with_children, with_circle, with_wordings
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import is_for
from herning_pwa.progress.queries.speakers import standing


def goals_asked_about(db: Session, circle_id: UUID) -> list[Goal]:
    """Everything under way in the circle, for ``policy.asked_about`` to sort by person.

    Three statements. Nobody is shown this list.
    """
    statement = (
        select(Goal)
        .where(Goal.circle_id == circle_id, Goal.lifecycle.in_(ASKED_WHILE))
        .options(
            with_circle(),
            with_children(),
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


def done_by(people: Collection[UUID], *, reader: Person) -> Subquery:
    """Which goals these people are done with in the open rounds, as far as the reader may know.

    Each was answered or passed over in the round, or spoken about anywhere in the app since it
    opened: nobody is asked twice. What somebody keeps counts for those whose eyes it is for.
    """
    answered = select(RoundAnswer.round_id, RoundAnswer.person_id, RoundAnswer.goal_id)
    goal = aliased(Goal)
    said = (
        select(Round.id, ProgressEntry.person_id, ProgressEntry.goal_id)
        .join(goal, goal.circle_id == Round.circle_id)
        .join(ProgressEntry, ProgressEntry.goal_id == goal.id)
        .where(
            Round.state == RoundState.OPEN,
            ProgressEntry.recorded_at >= Round.opened_at,
            ProgressEntry.withdrawn_at.is_(None),
            ProgressEntry.person_id.in_(people),
            is_for(reader),
        )
    )
    return union(answered.where(RoundAnswer.person_id.in_(people)), said).subquery()


def goals_done(db: Session, actor: Person, current: Round) -> set[UUID]:
    """The goals the person is done with in this round."""
    done = done_by([actor.id], reader=actor)
    return set(db.scalars(select(done.c.goal_id).where(done.c.round_id == current.id)))


def said_since(db: Session, actor: Person, current: Round) -> dict[UUID, ProgressEntry]:
    """What the person has said since the round opened and says still, by goal: the latest."""
    if current.opened_at is None:
        return {}
    statement = (
        select(ProgressEntry)
        .join(Goal, Goal.id == ProgressEntry.goal_id)
        .where(
            Goal.circle_id == current.circle_id,
            ProgressEntry.person_id == actor.id,
            ProgressEntry.recorded_at >= current.opened_at,
        )
        .order_by(ProgressEntry.recorded_at, ProgressEntry.id)
    )
    return {entry.goal_id: entry for entry in standing(db.scalars(statement).all())}


def key_instead_of(entry: ProgressEntry) -> UUID:
    """The key of the form that shows this entry, to be corrected."""
    return uuid5(entry.person_id, f"instead of {entry.id}")


def goals_left(goals: Sequence[Goal], done: Collection[UUID]) -> list[Goal]:
    return [goal for goal in goals if goal.id not in done]
