"""Goals and steps as the first pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, selectinload

from herning_pwa.fields import as_id
from herning_pwa.goals.models import IN_FORCE, Goal, Lifecycle, Step
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.load import PAGE_LIMIT, with_children, with_circle
from herning_pwa.goals.words import due_label, whose_label
from herning_pwa.i18n import today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class FocusGoal:
    """One of the at most three goals in focus."""

    goal_id: str
    title: str
    whose_label: str


@dataclass(frozen=True)
class MyStep:
    """A step this person has not done yet."""

    step_id: str
    goal_id: str
    circle_name: str
    title: str
    goal_title: str
    due_on: date
    due_label: str
    is_late: bool


def focus_goals(db: Session, actor: Person, *, circle_id: object) -> list[FocusGoal]:
    """The goals in focus this person sees, in the order they were agreed. Four statements."""
    in_focus = (
        visible_to(actor)
        .where(Goal.circle_id == as_id(circle_id), Goal.in_focus)
        .options(with_circle(), with_children(), selectinload(Goal.wordings))
        .order_by(Goal.agreed_at, Goal.id)
    )
    return [
        FocusGoal(
            goal_id=str(goal.id),
            title=goal.shown_wording.title,
            whose_label=whose_label(goal, _by_name(goal, actor).name(goal.parent_id)),
        )
        for goal in db.scalars(in_focus)
    ]


def _by_name(goal: Goal, actor: Person) -> Company:
    return Company(goal.circle, actor.id, says_you=False)


def my_steps(db: Session, actor: Person, *, circle_id: object = None) -> list[MyStep]:
    """The person's own steps to do, nearest first, in one circle or in all. Two statements."""
    seen = visible_to(actor).where(Goal.lifecycle.in_({Lifecycle.PROPOSED, *IN_FORCE}))
    if circle_id is not None:
        seen = seen.where(Goal.circle_id == as_id(circle_id))
    mine = (
        select(Step)
        .join(Step.goal)
        .join(Goal.circle)
        .where(
            Goal.id.in_(seen.with_only_columns(Goal.id)),
            Step.person_id == actor.id,
            Step.done_at.is_(None),
            Step.withdrawn_at.is_(None),
        )
        .options(
            contains_eager(Step.goal).options(
                selectinload(Goal.wordings), contains_eager(Goal.circle)
            )
        )
        .order_by(Step.due_on, Step.id)
        .limit(PAGE_LIMIT)
    )
    return [_my_step(step) for step in db.scalars(mine)]


def _my_step(step: Step) -> MyStep:
    is_late = step.due_on < today()
    return MyStep(
        step_id=str(step.id),
        goal_id=str(step.goal_id),
        circle_name=step.goal.circle.name,
        title=step.title,
        goal_title=step.goal.shown_wording.title,
        due_on=step.due_on,
        due_label=due_label(step.due_on, is_late=is_late),
        is_late=is_late,
    )
