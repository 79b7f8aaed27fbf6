"""Meetings for the rooms that only show them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Circle
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person


def meeting_called_by(
    db: Session,
    organiser: Person,
    circle: Circle,
    *people: Person,
    day: date | None = None,
    kind: str = "network",
) -> Meeting:
    """From ten to eleven, in four days unless told."""
    return plan_meeting(
        db,
        organiser,
        circle_id=circle.id,
        form_key=uuid4(),
        kind=kind,
        day=(day or today() + timedelta(days=4)).isoformat(),
        start="10:00",
        end="11:00",
        place="Skolen",
        people=[str(person.id) for person in people],
    )
