"""Mail about meetings: written down with what it tells about, worded when it is sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.circles.models import Membership
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Attendance, Meeting
from herning_pwa.meetings.queries.letter import last_told, meeting_letter
from herning_pwa.notifications.commands import (
    DIGEST_INTERVAL,
    next_morning,
    outside_quiet_hours,
    tell_there_is_news,
)
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import NewsBy, Person

TIME_TO_CORRECT = timedelta(minutes=10)
CANNOT_WAIT = timedelta(hours=48)
LEAST_NOTICE = timedelta(hours=4)  # sooner than that, even the night is no reason to wait


def write_letters(
    db: Session, actor: Person, meeting: Meeting, *, was_to_start: datetime | None = None
) -> None:
    """Everybody asked to the meeting is to hear how it now stands.

    ``was_to_start`` is when a moved meeting was: the nearer of the two says what can wait.
    """
    db.flush()
    starts_at = min(meeting.starts_at, was_to_start or meeting.starts_at)
    for attendance in meeting.attendances:
        _write(db, attendance.person, meeting, starts_at)
        _tell_phone(db, actor, attendance.person, meeting, starts_at)


def write_letters_to(
    db: Session, actor: Person, meeting: Meeting, people: Iterable[Person]
) -> None:
    """These people have just been asked to a meeting that stands."""
    db.flush()
    for person in people:
        _write(db, person, meeting, meeting.starts_at)
        _tell_phone(db, actor, person, meeting, meeting.starts_at)


def take_out_of_calendar(db: Session, place: Membership) -> None:
    """The place is over: what the person was asked to in that circle leaves their calendar."""
    ahead = (
        select(Meeting)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Meeting.circle_id == place.circle_id,
            Attendance.person_id == place.person_id,
            Meeting.ends_at > clock.now(),
        )
    )
    for meeting in db.scalars(ahead):
        _write(db, place.person, meeting, meeting.starts_at)


def _write(db: Session, person: Person, meeting: Meeting, starts_at: datetime) -> None:
    """One mail at a time: one that waits will tell how things are when it goes."""
    if not person.wants_meeting_mail:
        return
    due_at = _due_at(starts_at, last_told(db, person.id, meeting.id))
    waiting = _waiting(db, person.id, meeting.id)
    if waiting is None:
        mail = Mail(to_person_id=person.id, meeting_id=meeting.id, due_at=due_at)
        mail.subject, mail.body = _("A meeting"), ""
        db.add(mail)
    elif waiting.due_at is None or due_at < waiting.due_at:
        waiting.due_at = due_at


def _tell_phone(
    db: Session, actor: Person, person: Person, meeting: Meeting, starts_at: datetime
) -> None:
    """Who gets messages on a phone hears of it there too: at once when it cannot wait.

    The letter is for their calendar, and may lie unread until the meeting is over.
    """
    if person.news_by is NewsBy.PUSH and person.id != actor.id:
        tell_there_is_news(
            db,
            person,
            can_wait=starts_at - clock.now() > CANNOT_WAIT,
            opens=routes.meeting(meeting.id),
            due_at=_due_at(starts_at, None),
            by_night=_cannot_wait_for_morning(starts_at, clock.now()),
        )


def _waiting(db: Session, person_id: UUID, meeting_id: UUID) -> Mail | None:
    return db.scalar(
        select(Mail)
        .where(
            Mail.to_person_id == person_id,
            Mail.meeting_id == meeting_id,
            Mail.sent_at.is_(None),
            Mail.due_at.is_not(None),
            Mail.claimed_at.is_(None),
        )
        .limit(1)
    )


def _due_at(starts_at: datetime, told: Mail | None) -> datetime:
    """Soon; once a day at most for each meeting until two days before it; and not at night."""
    now = clock.now()
    moment = now
    if starts_at - now > CANNOT_WAIT:
        moment = now + TIME_TO_CORRECT
        if told is not None and told.sent_at is not None:
            next_day = min(told.sent_at + DIGEST_INTERVAL, starts_at - CANNOT_WAIT)
            moment = max(moment, next_day)
    if _cannot_wait_for_morning(starts_at, moment):
        return moment
    return outside_quiet_hours(moment)


def _cannot_wait_for_morning(starts_at: datetime, moment: datetime) -> bool:
    return starts_at - next_morning(moment) <= LEAST_NOTICE


def word_letter(db: Session, mail: Mail) -> str | None:
    """Word the mail as things are now, and keep what it tells; gives its calendar part.

    None when there is nothing to tell any more.
    """
    letter = meeting_letter(db, mail)
    if letter is None or mail.meeting is None:
        return None
    mail.method, mail.sequence = letter.method, letter.sequence
    mail.meeting_sequence = mail.meeting.sequence
    mail.subject, mail.body = letter.subject, letter.body
    return letter.calendar


def hold_letters(db: Session, meeting_id: UUID) -> None:
    """Nobody changes the meeting, or sends another letter about it, until this is through."""
    db.execute(select(Meeting.id).where(Meeting.id == meeting_id).with_for_update())
