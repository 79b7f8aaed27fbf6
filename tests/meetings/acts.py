"""What several meeting tests do."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.people.models import Person

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=COPENHAGEN)


def ids(*people: Person) -> list[str]:
    return [str(person.id) for person in people]


def end_membership(db: Session, person: Person) -> None:
    for place in db.query(Membership).filter_by(person_id=person.id):
        place.ended_at = NOW
    db.flush()
    db.expire(person)


MOVED = {
    "day": "2026-11-26",
    "start": "10:00",
    "end": "11:00",
    "place": "Skolen, lokale 3",
    "link": "",
}


def answers_seen_by(db: Session, reader: Person, meeting: Meeting) -> dict[str, tuple[str, str]]:
    """Everybody's answer line and words, as ``reader`` sees them."""
    people = meeting_page(db, reader, meeting_id=meeting.id).people
    return {
        person.name.removesuffix(" (dig)"): (person.answer_line, person.words) for person in people
    }
