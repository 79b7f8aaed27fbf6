"""A mail that carries a meeting into somebody's calendar (RFC 5546), worded as things now are.

It goes to one person and names nobody: no other address, no child, no place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from icalendar import vCalAddress
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries.event import Entry, calendar_with, entry_of, event_of
from herning_pwa.meetings.words import when
from herning_pwa.notifications.models import CalendarMethod, Mail
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class MeetingLetter:
    """What one mail tells one person, in words and to their calendar."""

    method: CalendarMethod
    sequence: int
    subject: str
    body: str
    calendar: str


def meeting_letter(db: Session, mail: Mail) -> MeetingLetter | None:
    """What there is to tell the receiver now; none when they know, or do not want mail.

    Somebody who has lost their place hears it about the time they were told, and no later one.
    """
    person, meeting = mail.to_person, mail.meeting
    if person is None or meeting is None or meeting.is_over or not person.wants_meeting_mail:
        return None
    told = last_told(db, person.id, meeting.id)
    entry = _outranking(told, entry_of(meeting))
    known = told if told and told.method is CalendarMethod.REQUEST else None
    if _is_asked(db, person, meeting) and not meeting.is_cancelled:
        return _asked(meeting, person, entry, known)
    if known is None:
        return None
    if meeting.is_cancelled and _is_asked(db, person, meeting):
        return _called_off(person, entry)
    return _taken_out(meeting, person, entry, known)


def last_told(db: Session, person_id: UUID, meeting_id: UUID) -> Mail | None:
    """The latest mail about the meeting that has gone out to the person."""
    return db.scalar(
        select(Mail)
        .where(
            Mail.to_person_id == person_id,
            Mail.meeting_id == meeting_id,
            Mail.sent_at.is_not(None),
        )
        .order_by(Mail.sequence.desc())
        .limit(1)
    )


def _is_asked(db: Session, person: Person, meeting: Meeting) -> bool:
    sees = db.scalar(policy.visible_to(person).where(Meeting.id == meeting.id))
    return sees is not None and meeting.attendance_of(person) is not None


def _outranking(told: Mail | None, entry: Entry) -> Entry:
    """Higher than all the calendar has been told: somebody may be taken out, and asked again."""
    last = told.sequence if told and told.sequence is not None else -1
    return replace(entry, sequence=max(entry.sequence, last + 1), changed_at=clock.now())


def _asked(
    meeting: Meeting, person: Person, entry: Entry, known: Mail | None
) -> MeetingLetter | None:
    if known is None:
        words = _("Invitation to a meeting"), _("You are invited to a meeting {when}.")
    elif known.meeting_sequence == meeting.sequence:
        return None
    elif meeting.span_in(known.meeting_sequence or 0) != (entry.starts_at, entry.ends_at):
        words = _("A meeting has been moved"), _("The meeting has been moved. It is now {when}.")
    else:
        words = _("News about a meeting"), _("There is news about the meeting {when}.")
    return _letter(person, entry, *words)


def _called_off(person: Person, entry: Entry) -> MeetingLetter:
    return _letter(
        person,
        entry,
        _("A meeting has been cancelled"),
        _("The meeting {when} has been cancelled."),
    )


def _taken_out(meeting: Meeting, person: Person, entry: Entry, known: Mail) -> MeetingLetter:
    starts_at, ends_at = meeting.span_in(known.meeting_sequence or 0)
    sequence = (known.sequence or 0) + 1  # not the meeting's own: it tells what happened since
    return _letter(
        person,
        replace(entry, sequence=sequence, starts_at=starts_at, ends_at=ends_at, is_cancelled=True),
        _("You are no longer invited to a meeting"),
        _("You are no longer invited to the meeting {when}."),
    )


def _letter(person: Person, entry: Entry, subject: str, sentence: str) -> MeetingLetter:
    method = CalendarMethod.CANCEL if entry.is_cancelled else CalendarMethod.REQUEST
    event = event_of(entry)
    event.add("organizer", vCalAddress(f"mailto:{settings().mail_from}"))
    event.add("attendee", _attendee(person))
    return MeetingLetter(
        method=method,
        sequence=entry.sequence,
        subject=subject,
        body=_body(sentence.format(when=when(entry.starts_at, entry.ends_at)), entry.uid),
        calendar=calendar_with(event, method=method.upper()).to_ical().decode(),
    )


def _body(sentence: str, meeting_id: UUID) -> str:
    return _(
        "{sentence}\n\nOpen the app to see more and to answer:\n{address}\n\n"
        "Nobody reads answers to this mail."
    ).format(sentence=sentence, address=f"{settings().public_url}{routes.meeting(meeting_id)}")


def _attendee(person: Person) -> vCalAddress:
    """The receiver alone. Answers are given in the app."""
    attendee = vCalAddress(f"mailto:{person.email}")
    attendee.params["rsvp"] = "FALSE"
    attendee.params["partstat"] = "NEEDS-ACTION"
    return attendee
