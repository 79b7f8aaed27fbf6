"""Goals as they stand after somebody proposed and everybody agreed, for rooms that begin there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.goals.models import (
    Answer,
    AnswerKind,
    ChildView,
    Goal,
    Lifecycle,
    Step,
    ViewKind,
    Wording,
    WordingState,
    Words,
)
from herning_pwa.i18n import today
from herning_pwa.people.models import Person

TITLE = "Emil møder til tiden"


def agreed_goal(
    db: Session,
    circle: Circle,
    by: Person,
    title: str = TITLE,
    *,
    agreed_at: datetime | None = None,
    agreed_by: Iterable[Person] = (),
    **more: Any,
) -> Goal:
    """A goal in force. Unless told, every parent and the responsible professional said yes."""
    agreed_at = agreed_at or clock.now()
    goal = Goal(
        circle=circle,
        circle_id=circle.id,
        proposed_by_id=by.id,
        agreed_at=agreed_at,
        **{"lifecycle": Lifecycle.ACTIVE, **more},
    )
    wording = _wording(goal, by, title, proposed_at=agreed_at)
    wording.state, wording.agreed_at = WordingState.AGREED, agreed_at
    asked = [*circle.custody_parents, *([circle.responsible] if circle.responsible else [])]
    wording.answers += [
        Answer(person_id=person_id, kind=AnswerKind.AGREE, answered_at=agreed_at)
        for person_id in [person.id for person in agreed_by] or [m.person_id for m in asked]
    ]
    wording.child_views += [
        ChildView(child_id=child.id, kind=ViewKind.AGREES, recorded_by_id=by.id, at=agreed_at)
        for child in circle.children
    ]
    db.add(goal)
    db.flush()
    return goal


def proposed_goal(
    db: Session,
    circle: Circle,
    by: Person,
    title: str = TITLE,
    *,
    due_on: date | None = None,
    **more: Any,
) -> Goal:
    """A goal that waits for answers; only ``by`` has said yes."""
    goal = Goal(
        circle=circle,
        circle_id=circle.id,
        proposed_by_id=by.id,
        lifecycle=Lifecycle.PROPOSED,
        **more,
    )
    wording = _wording(goal, by, title, proposed_at=clock.now())
    wording.state = WordingState.OPEN
    wording.answer_due_on = due_on or today() + timedelta(days=7)
    wording.note_answer(by, AnswerKind.AGREE)
    db.add(goal)
    db.flush()
    return goal


def step_for(
    db: Session, goal: Goal, person: Person, title: str, *, due_on: date | None = None
) -> Step:
    """Something ``person`` has promised to do."""
    step = Step(
        title=title,
        person_id=person.id,
        added_by_id=person.id,
        due_on=due_on or today() + timedelta(days=3),
    )
    goal.steps.append(step)
    db.flush()
    return step


def _wording(goal: Goal, by: Person, title: str, *, proposed_at: datetime) -> Wording:
    wording = goal.word(by, Words(title))
    wording.proposed_at = proposed_at
    return wording
