"""Steps: adding, taking, ticking and taking them back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Membership
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import TITLE_LIMIT, Check, as_id, checking, plain
from herning_pwa.goals.models import Goal, Step, TurnKind
from herning_pwa.goals.policy import (
    may_add_step,
    may_name_step_owner,
    may_own_step,
    may_take_step,
    may_tick_step,
    may_withdraw_step,
)
from herning_pwa.goals.queries.find import goal_to_change, step_to_change
from herning_pwa.i18n import _, ngettext, today
from herning_pwa.people.models import Person

STEPS_AT_MOST = 20


def add_step(
    db: Session, actor: Person, *, goal_id: object, title: object, person_id: object, due_on: object
) -> UUID:
    """A step for one named person who sees the goal, with a date."""
    goal = goal_to_change(db, actor, goal_id)
    require(may_add_step(actor, goal))
    with checking() as check:
        step = new_step(check, actor, goal, title=title, person_id=person_id, due_on=due_on)
    if not goal.is_draft:
        goal.note(TurnKind.STEP_ADDED, actor, step=step, about_id=step.person_id)
    record(db, actor, "step.added", step, circle_id=goal.circle_id)
    return step.id


def new_step(
    check: Check, actor: Person, goal: Goal, *, title: object, person_id: object, due_on: object
) -> Step:
    """Read the fields and put the step on the goal. Problems are named ``step_…``."""
    line = " ".join(plain(title).split())
    line = check.text("step_title", line, limit=TITLE_LIMIT, missing=_("Write what the step is."))
    owner = _read_owner(check, actor, goal, person_id)
    due = check.day("step_due_on", due_on, missing=_("Choose a date."), earliest=today())
    if len(goal.living_steps) >= STEPS_AT_MOST:
        check.refuse(
            "step_title",
            ngettext(
                "A goal can have {n} step. Finish some first.",
                "A goal can have {n} steps. Finish some first.",
                STEPS_AT_MOST,
            ),
        )
    step = Step(title=line, person_id=owner, due_on=due or today(), added_by_id=actor.id)
    if not check.problems:
        goal.steps.append(step)
    return step


def _read_owner(check: Check, actor: Person, goal: Goal, person_id: object) -> UUID:
    if not may_name_step_owner(actor, goal) or plain(person_id) == "":
        return actor.id
    place = _place(goal, person_id)
    if place is None or not may_own_step(place, goal):
        check.refuse("step_person_id", _("Choose somebody who can see the goal."))
        return actor.id
    return place.person_id


def _place(goal: Goal, person_id: object) -> Membership | None:
    try:
        wanted = as_id(person_id)
    except NotFound:
        return None
    return next((m for m in goal.circle.active_memberships if m.person_id == wanted), None)


def take_step(db: Session, actor: Person, *, step_id: object) -> None:
    """Take over somebody's step. Taking one's own again changes nothing."""
    step = step_to_change(db, actor, step_id)
    if step.person_id == actor.id:
        return
    require(may_take_step(actor, step))
    step.goal.note(TurnKind.STEP_TAKEN, actor, step=step, about_id=step.person_id)
    step.person_id = actor.id
    record(db, actor, "step.taken", step, circle_id=step.goal.circle_id)


def mark_step_done(db: Session, actor: Person, *, step_id: object) -> None:
    step = step_to_change(db, actor, step_id)
    require(may_tick_step(actor, step))
    if not step.is_done:
        step.do(actor)
        step.goal.note(TurnKind.STEP_DONE, actor, step=step)
        record(db, actor, "step.done", step, circle_id=step.goal.circle_id)


def mark_step_undone(db: Session, actor: Person, *, step_id: object) -> None:
    step = step_to_change(db, actor, step_id)
    require(may_tick_step(actor, step))
    if step.is_done:
        step.undo()
        step.goal.note(TurnKind.STEP_UNDONE, actor, step=step)
        record(db, actor, "step.undone", step, circle_id=step.goal.circle_id)


def withdraw_step(db: Session, actor: Person, *, step_id: object) -> None:
    """Take a step back. It stays in the story; out of a draft it simply goes."""
    step = step_to_change(db, actor, step_id)
    goal = step.goal
    if step.is_withdrawn:
        return
    if step.is_done:
        raise Conflict(_("The step is already done."))
    require(may_withdraw_step(actor, step))
    record(db, actor, "step.withdrawn", step, circle_id=goal.circle_id)
    if goal.is_draft:
        goal.steps.remove(step)
        return
    step.withdraw()
    goal.note(TurnKind.STEP_WITHDRAWN, actor, step=step)
