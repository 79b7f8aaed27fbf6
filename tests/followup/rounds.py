"""Short ways to speak about a circle's follow-ups. It is Monday 5 January 2026, nine o'clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Circle
from herning_pwa.fields import copenhagen
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.followup.models import CURRENT, Round
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person
from tests.meeting_plans import meeting_called_by

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=COPENHAGEN)
START = NOW.date()
FIRST = START + timedelta(weeks=6)  # 16 February
Travel = time_machine.Traveller


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return copenhagen(day, time(hour, minute))


def arrive(db: Session, circle: Circle, travel: Travel, moment: datetime) -> Round:
    """It is then, and the loop has come by."""
    travel.move_to(moment, tick=False)
    current = settle(db, circle.id)
    db.flush()
    db.expire_all()
    assert current is not None
    return current


def rounds(db: Session, circle: Circle) -> list[tuple[str, date]]:
    """Every follow-up of the circle, the first first: where it stands, and its day."""
    db.flush()
    found = db.scalars(select(Round).where(Round.circle_id == circle.id).order_by(Round.number))
    return [(one.state.value, one.due_on) for one in found]


def current(db: Session, circle: Circle) -> Round:
    found = select(Round).where(Round.circle_id == circle.id, Round.state.in_(CURRENT))
    return db.scalars(found).one()


def of_round(one: Round, **fields: object) -> dict[str, object]:
    """What every form about a follow-up carries."""
    return {"round_id": one.id, "shown": one.due_on.isoformat(), **fields}


def follow_up_meeting(
    db: Session, by: Person, circle: Circle, day: date, *people: Person
) -> Meeting:
    return meeting_called_by(db, by, circle, *people, day=day, kind="follow_up")
