"""Finding one goal, step or draft. Every look-up starts from what the person may see."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Circle
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.goals.models import Goal, Lifecycle, Step, Wording
from herning_pwa.goals.policy import visible_to
from herning_pwa.people.models import Person


def find_goal(db: Session, actor: Person, goal_id: object) -> Goal:
    """The goal, or NotFound for a stranger."""
    return the_one(db, visible_to(actor).where(Goal.id == as_id(goal_id)))


def goal_to_change(db: Session, actor: Person, goal_id: object) -> Goal:
    """The goal, kept for this transaction: whoever comes second waits and sees what happened."""
    return the_one(db, visible_to(actor).where(Goal.id == as_id(goal_id)).with_for_update(of=Goal))


def step_to_change(db: Session, actor: Person, step_id: object) -> Step:
    """A step of a goal the person sees, its goal kept for this transaction."""
    of_step = visible_to(actor).join(Step).where(Step.id == as_id(step_id))
    goal = the_one(db, of_step.with_for_update(of=Goal))
    return next(step for step in goal.steps if step.id == as_id(step_id))


def find_wording(goal: Goal, wording_id: object) -> Wording:
    wanted = as_id(wording_id)
    wording = next((w for w in goal.wordings if w.id == wanted), None)
    if wording is None:
        raise NotFound
    return wording


def find_draft(db: Session, actor: Person, circle_id: object) -> Goal | None:
    """The person's own unsent goal in the circle. There is at most one."""
    drafts = visible_to(actor).where(
        Goal.circle_id == as_id(circle_id), Goal.lifecycle == Lifecycle.DRAFT
    )
    return db.scalars(drafts).one_or_none()


def circle_to_change(db: Session, actor: Person, circle_id: object) -> Circle:
    """The person's own circle, kept for this transaction: it guards what there is only one
    or three of (drafts, focus)."""
    wanted: UUID = as_id(circle_id)
    if actor.membership_in(wanted) is None:
        raise NotFound
    return db.scalars(select(Circle).where(Circle.id == wanted).with_for_update()).one()
