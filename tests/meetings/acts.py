"""What several meeting tests do."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.meetings.commands import (
    mark_times,
    offer_times,
    save_preparation,
    save_summary,
    send_summary,
)
from herning_pwa.meetings.models import Meeting, MeetingSummary, Preparation
from herning_pwa.meetings.queries import meeting_page, preparing_page, summary_page
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


def prepare(db: Session, who: Person, meeting: Meeting, **words: str) -> Preparation | None:
    """Save what somebody writes on a page opened just now."""
    known = preparing_page(db, who, meeting_id=meeting.id).version
    return save_preparation(
        db, who, meeting_id=meeting.id, page_key=uuid4(), version=known, **words
    )


def sum_up(
    db: Session, who: Person, meeting: Meeting, text: str, *, send: bool = True
) -> MeetingSummary:
    """Write it on a page opened just now, and send it."""
    act = send_summary if send else save_summary
    known = summary_page(db, who, meeting_id=meeting.id).draft.version
    return act(db, who, meeting_id=meeting.id, page_key=uuid4(), version=known, text=text)


def answers_seen_by(db: Session, reader: Person, meeting: Meeting) -> dict[str, tuple[str, str]]:
    """Everybody's answer line and words, as ``reader`` sees them."""
    people = meeting_page(db, reader, meeting_id=meeting.id).people
    return {
        person.name.removesuffix(" (dig)"): (person.answer_line, person.words) for person in people
    }


FREE = [("2026-11-26", "10:00", "11:00"), ("2026-11-27", "13:00", "14:00")]


def offers(db: Session, person: Person, meeting: Meeting, *times: tuple[str, str, str]) -> None:
    """Offer these times, or the two above."""
    offer_times(
        db,
        person,
        meeting_id=meeting.id,
        sequence=meeting.sequence,
        times=list(times or FREE),
    )


def marks(db: Session, person: Person, meeting: Meeting, *chosen: int) -> None:
    """Answer the open times as the page shows them; ``chosen`` are those that suit, from 0."""
    view = meeting_page(db, person, meeting_id=meeting.id).times
    mark_times(
        db,
        person,
        meeting_id=meeting.id,
        shown=view.shown,
        suits=[view.choices[n].value for n in chosen],
    )
