"""The focus: at most three goals of a circle at a time."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from herning_pwa.activity.commands import record
from herning_pwa.errors import DomainError, require
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.queries.find import circle_to_change, goal_to_change
from herning_pwa.i18n import _, names
from herning_pwa.people.models import Person

FOCUS_AT_MOST = 3


class FocusIsFull(DomainError):
    """Three goals are in focus already; says which."""

    def __init__(self, goals: list[Goal]) -> None:
        titles = names([f"“{goal.shown_wording.title}”" for goal in goals])
        super().__init__(
            _(
                "Three goals are in focus: {titles}. That is enough at a time. "
                "Take one out before you put a new one in."
            ).format(titles=titles)
        )


def put_in_focus(db: Session, actor: Person, *, goal_id: object) -> None:
    goal = goal_to_change(db, actor, goal_id)
    require(may_steer(actor, goal))
    if goal.in_focus:
        return
    others = _in_focus(db, actor, goal)
    if len(others) >= FOCUS_AT_MOST:
        raise FocusIsFull(others)
    goal.put_in_focus(actor)
    record(db, actor, "goal.put_in_focus", goal)


def take_out_of_focus(db: Session, actor: Person, *, goal_id: object) -> None:
    goal = goal_to_change(db, actor, goal_id)
    require(may_steer(actor, goal))
    if goal.in_focus:
        goal.take_out_of_focus(actor)
        record(db, actor, "goal.taken_out_of_focus", goal)


def focus_if_there_is_room(db: Session, actor: Person, goal: Goal) -> None:
    """A goal just agreed or taken up again comes into focus while fewer than three are."""
    if goal.in_focus or not goal.can_be_in_focus:
        return
    if len(_in_focus(db, actor, goal)) < FOCUS_AT_MOST:
        goal.put_in_focus(actor)
        record(db, actor, "goal.put_in_focus", goal)


def _in_focus(db: Session, actor: Person, goal: Goal) -> list[Goal]:
    circle_to_change(db, actor, goal.circle_id)
    focused = (
        select(Goal)
        .where(Goal.circle_id == goal.circle_id, Goal.in_focus)
        .options(selectinload(Goal.wordings))
        .order_by(Goal.id)
    )
    return list(db.scalars(focused))
