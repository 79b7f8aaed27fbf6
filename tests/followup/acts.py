"""What several follow-up tests do."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.followup.commands import (
    agree_next_date,
    choose_ladder_step,
    decide_on_goal,
    end_meeting,
    part_without_date,
)
from herning_pwa.goals.models import Goal, GoalOutcome
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.models import Meeting, Parting
from herning_pwa.people.models import Person

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=COPENHAGEN)
START = datetime(2026, 11, 24, 14, 5, tzinfo=COPENHAGEN)


def called(db: Session, by: Person, *people: Person, **other: Any) -> Meeting:
    """A follow-up on Tuesday 24 November 14.05-15.00."""
    form: dict[str, Any] = {
        "circle_id": by.active_memberships[0].circle_id,
        "form_key": uuid4(),
        "kind": "follow_up",
        "day": "2026-11-24",
        "start": "14:05",
        "end": "15:00",
        "place": "Rådhuset, lokale 2",
        "people": [str(person.id) for person in people],
    }
    return plan_meeting(db, by, **{**form, **other})


def decide(
    db: Session, by: Person, meeting: Meeting, goal: Goal, kind: object, **more: Any
) -> None:
    """Decide as somebody whose page shows how things stand."""
    form = {"wording_id": goal.shown_wording.id, "seen": seen(db, goal), "words": "", "title": ""}
    decide_on_goal(db, by, meeting_id=meeting.id, goal_id=goal.id, kind=kind, **{**form, **more})


def present(db: Session, goal: Goal) -> GoalOutcome | None:
    return db.scalar(
        select(GoalOutcome).where(GoalOutcome.goal_id == goal.id, GoalOutcome.replaced_at.is_(None))
    )


def seen(db: Session, goal: Goal) -> str:
    shown = present(db, goal)
    return str(shown.id) if shown else ""


def choose_step(
    db: Session, by: Person, meeting: Meeting, step: object, reason: object = "Det går godt."
) -> LadderTurn | None:
    """Choose as somebody whose page shows what stands, and give what stands then."""
    one = select(LadderTurn).where(
        LadderTurn.meeting_id == meeting.id, LadderTurn.replaced_at.is_(None)
    )
    shown = db.scalar(one)
    choose_ladder_step(
        db,
        by,
        meeting_id=meeting.id,
        step=step,
        reason=reason,
        seen=str(shown.id) if shown else "",
    )
    return db.scalar(one)


def next_date(db: Session, by: Person, meeting: Meeting, **other: Any) -> None:
    form = {"form_key": uuid4(), "day": "2027-01-05", "start": "14:05", "end": "15:00"}
    agree_next_date(db, by, meeting_id=meeting.id, **{**form, **other})


def part(db: Session, by: Person, meeting: Meeting, reason: object = "Vi ringer sammen.") -> None:
    """Agree on no next meeting, as somebody whose page shows what stands."""
    shown = parted(db, meeting)
    seen = str(shown.id) if shown else ""
    part_without_date(db, by, meeting_id=meeting.id, reason=reason, seen=seen)


def parted(db: Session, meeting: Meeting) -> Parting | None:
    return db.scalar(
        select(Parting).where(Parting.meeting_id == meeting.id, Parting.replaced_at.is_(None))
    )


def end(db: Session, by: Person, meeting: Meeting) -> None:
    """Part without another date, and end the meeting."""
    part(db, by, meeting)
    end_meeting(db, by, meeting_id=meeting.id)
