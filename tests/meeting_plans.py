"""Meetings for the rooms that only show them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.circles.models import Circle
from herning_pwa.db import make_engine
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


def begin_next_meeting(database_url: str) -> str:
    """The demo's next meeting of Sanne's has just begun; gives where it is held."""
    engine = make_engine(database_url)
    ahead = select(Meeting).join(Meeting.organiser).where(Meeting.starts_at > clock.now())
    coming = ahead.where(Person.first_name == "Sanne").order_by(Meeting.starts_at)
    with Session(engine.execution_options(writes=True)) as db, db.begin():
        meeting = db.scalars(coming).first()
        assert meeting
        meeting.starts_at = clock.now() - timedelta(minutes=5)
        meeting.ends_at = clock.now() + timedelta(hours=1)
        address = routes.meeting_day(meeting.id)
    engine.dispose()
    return address
