"""Meetings at moments that a form could not name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.meetings.models import Kind, Meeting
from tests.cast import Cast

NIGHTS = {
    "summer": (datetime(2027, 7, 1, 10, 0, tzinfo=UTC), 60),
    "winter": (datetime(2027, 1, 4, 10, 0, tzinfo=UTC), 60),
    "the hour that comes twice": (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), 90),
    "the hour that is skipped": (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), 60),
    "29 February": (datetime(2028, 2, 29, 9, 0, tzinfo=UTC), 60),
    "over midnight": (datetime(2027, 1, 5, 22, 30, tzinfo=UTC), 120),
}


def called_at(db: Session, cast: Cast, starts_at: datetime, minutes: int) -> Meeting:
    """Sanne calls Mette."""
    meeting = Meeting(
        circle=cast.circle,
        organiser=cast.sanne,
        form_key=uuid4(),
        kind=Kind.TALK,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        sequence=0,
    )
    db.add(meeting)
    meeting.invite(cast.mette, by=cast.sanne)
    db.flush()
    return meeting
