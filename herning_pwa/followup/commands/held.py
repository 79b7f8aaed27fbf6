"""The row of a meeting that is being held."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.meetings.models import HeldMeeting, Meeting


def held_row(db: Session, meeting: Meeting) -> HeldMeeting:
    """Made the first time something is decided. The caller holds the meeting, so there is one."""
    one = select(HeldMeeting).where(HeldMeeting.meeting_id == meeting.id)
    held = db.scalar(one.options(joinedload(HeldMeeting.next_meeting)))
    if held is None:
        held = HeldMeeting(meeting_id=meeting.id)
        db.add(held)
    return held
