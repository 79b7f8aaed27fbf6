"""A meeting as phones' calendars know it (RFC 5545): one event, wherever it is handed out.

Phones copy their calendars to other companies' servers, so an event says only "Møde" unless the
person asks for more, and never a name. Times are UTC: no time zone table to misread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import cast
from uuid import UUID

from icalendar import Alarm, Calendar, Event
from icalendar.parser import Contentline

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.words import kind_word

PRODUCT = f"-//Sammen//Meetings//{LANGUAGE.upper()}"
REMINDER = timedelta(days=-1)
REMEMBERED = 5_000  # events, about five megabytes


@dataclass(frozen=True)
class Details:
    """What somebody asked to see besides the time: the kind, where it is, and its page."""

    title: str
    place: str
    address: str


@dataclass(frozen=True)
class Entry:
    """What a calendar is told of a meeting. ``changed_at`` settles which of two is newer."""

    uid: UUID
    sequence: int
    starts_at: datetime
    ends_at: datetime
    is_cancelled: bool
    changed_at: datetime
    details: Details | None = None


def entry_of(meeting: Meeting, details: Details | None = None) -> Entry:
    """The meeting as it stands; an unchanged one stays the same."""
    return Entry(
        uid=meeting.id,
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        is_cancelled=meeting.is_cancelled,
        changed_at=meeting.changed_at,
        details=details,
    )


def details_of(meeting: Meeting, *, sees_place: bool) -> Details:
    """``sees_place`` is whether the reader may know where a home visit is."""
    where = (meeting.place if sees_place else "", meeting.link)
    return Details(
        title=kind_word(meeting.kind),
        place=", ".join(part for part in where if part),
        address=f"{settings().public_url}{routes.meeting(meeting.id)}",
    )


def calendar_with(*events: Event, method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    return calendar


def event_of(entry: Entry) -> Event:
    """The event, for a file or a letter."""
    return cast("Event", Event.from_ical(written(entry)))


@lru_cache(maxsize=REMEMBERED)
def written(entry: Entry) -> bytes:
    """The event's lines. Phones ask all day long, mostly for what has not changed.

    Folding and escaping is what a long feed takes its time for. So the library writes once what
    many events share, and an event's own numbers and moments, which need neither, are set in.
    """
    details = entry.details
    title, place = (details.title, details.place) if details else (_("Meeting"), "")
    return _own(entry) + _shared(title, place, is_cancelled=entry.is_cancelled)


def _own(entry: Entry) -> bytes:
    changed = _utc(entry.changed_at)
    lines = (
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"DTSTART:{_utc(entry.starts_at)}",
        f"DTEND:{_utc(entry.ends_at)}",
        "",
    )
    own = "\r\n".join(lines).encode()
    return own + _address(entry.details.address) if entry.details else own


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _address(address: str) -> bytes:
    line = Contentline(f"URL:{address}")  # type: ignore[no-untyped-call]
    return bytes(line.to_ical()) + b"\r\n"  # type: ignore[no-untyped-call]


@lru_cache(maxsize=REMEMBERED)
def _shared(title: str, place: str, *, is_cancelled: bool) -> bytes:
    """The rest of the event: the same for many of them."""
    event = Event()
    event.add("class", "PRIVATE")
    event.add("summary", title)
    event.add("description", _("Open the app to see the meeting."))
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    if place:
        event.add("location", place)
    if not is_cancelled:
        event.add_component(_reminder())
    return bytes(event.to_ical(sorted=False)).removeprefix(b"BEGIN:VEVENT\r\n")


@cache
def _reminder() -> Alarm:
    """The day before, at the same time."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Meeting"))
    alarm.add("trigger", REMINDER)
    return alarm
