"""A follow-up's day is its meeting's, when both homes are asked to that (decision 16)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.followup.models import Rhythm, Round, calendar
from herning_pwa.followup.policy.cycle import can_carry_a_round
from herning_pwa.i18n import local
from herning_pwa.meetings.models import Meeting


def follow_meeting(db: Session, current: Round, rhythm: Rhythm) -> None:
    """Let the day be its meeting's."""
    meetings = carriers(db, [current.circle_id])
    due_on, meeting = day_and_meeting(current, rhythm.weeks, meetings)
    if (due_on, meeting) != (current.due_on, current.meeting):
        current.follow(meeting, rhythm.weeks, due_on)
        record(db, None, "round.follows_meeting", current)


def carriers(db: Session, circle_ids: list[UUID]) -> list[Meeting]:
    """Follow-up meetings in these circles that a round may follow, the nearest first."""
    statement = (
        select(Meeting)
        .where(Meeting.circle_id.in_(circle_ids), can_carry_a_round())
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return list(db.scalars(statement))


def day_and_meeting(
    current: Round, weeks: int, meetings: list[Meeting]
) -> tuple[date, Meeting | None]:
    """Where the round belongs among the ``meetings`` that may carry one.

    It keeps the meeting it has for as long as that stands, else it takes the nearest ahead.
    Without one its day stands.
    """
    if current.carrier and current.carrier.is_over:
        return current.due_on, current.meeting
    days = {
        meeting: local(meeting.starts_at).date()
        for meeting in meetings
        if meeting.circle_id == current.circle_id
    }
    after = [meeting for meeting, day in days.items() if day > current.counts_from]
    own = [meeting for meeting in after if meeting.id == current.meeting_id]
    near = [
        meeting
        for meeting in after
        if not meeting.is_over and calendar.belongs_to(days[meeting], current.due_on, weeks)
    ]
    meeting = next(iter([*own, *near]), None)
    return (days[meeting] if meeting else current.due_on), meeting
