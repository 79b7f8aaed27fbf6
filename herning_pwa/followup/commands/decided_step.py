"""A step that is agreed at the meeting."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.errors import NotFound
from herning_pwa.followup.commands.held import held_row
from herning_pwa.goals.commands import add_step
from herning_pwa.goals.models import DecidedStep, Step
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import hold_on_the_day
from herning_pwa.people.models import Person


def agree_step(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    goal_id: object,
    title: object,
    person_id: object,
    due_on: object,
) -> None:
    """Who does what by when, for one of the circle's goals. The same twice is one step.

    Raises NotFound, NotAllowed, Conflict, Invalid.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    goal = goal_to_change(db, actor, goal_id)
    if goal.circle_id != meeting.circle_id:
        raise NotFound
    if (str(title), str(person_id), str(due_on)) in _agreed(db, meeting, goal.id):
        return
    step_id = add_step(db, actor, goal_id=goal.id, title=title, person_id=person_id, due_on=due_on)
    held_row(db, meeting)
    db.add(DecidedStep(meeting_id=meeting.id, step_id=step_id))


def _agreed(db: Session, meeting: Meeting, goal_id: UUID) -> set[tuple[str, str, str]]:
    """The living steps of the goal that were agreed here, as the form sends them."""
    rows = db.execute(
        select(Step.title, Step.person_id, Step.due_on)
        .join(DecidedStep, DecidedStep.step_id == Step.id)
        .where(
            DecidedStep.meeting_id == meeting.id,
            Step.goal_id == goal_id,
            Step.withdrawn_at.is_(None),
        )
    )
    return {_as_sent(title, person, day) for title, person, day in rows}


def _as_sent(title: str, person: UUID, day: date) -> tuple[str, str, str]:
    return title, str(person), day.isoformat()
