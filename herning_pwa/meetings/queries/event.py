"""A meeting as phones' calendars know it (RFC 5545): one event, wherever it is handed out.

Phones copy their calendars to other companies' servers, so an event says only "Møde" unless the
person asks for more, and never a name. Times are UTC: no time zone table to misread.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache
from uuid import UUID

from icalendar import Alarm, Calendar, Event, vDatetime, vInt, vText, vUri

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
    """Each value as the type it is: guessing them, as ``add`` does, takes half as long again."""
    event = Event()
    event["UID"] = vText(str(entry.uid))
    event["SEQUENCE"] = vInt(entry.sequence)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = vDatetime(entry.changed_at)
    event["DTSTART"] = vDatetime(entry.starts_at)
    event["DTEND"] = vDatetime(entry.ends_at)
    event["CLASS"] = vText("PRIVATE")
    event["SUMMARY"] = vText(entry.details.title if entry.details else _("Meeting"))
    event["DESCRIPTION"] = vText(_("Open the app to see the meeting."))
    event["STATUS"] = vText("CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.details:
        _add_details(event, entry.details)
    if not entry.is_cancelled:
        event.add_component(_reminder())
    return event


def _add_details(event: Event, details: Details) -> None:
    event["URL"] = vUri(details.address)
    if details.place:
        event["LOCATION"] = vText(details.place)


@lru_cache(maxsize=REMEMBERED)
def written(entry: Entry) -> bytes:
    """The event's lines. Phones ask all day long, mostly for what has not changed."""
    return bytes(event_of(entry).to_ical(sorted=False))


@cache
def _reminder() -> Alarm:
    """The day before, at the same time."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Meeting"))
    alarm.add("trigger", REMINDER)
    return alarm
