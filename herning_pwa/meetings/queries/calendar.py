"""One meeting as a calendar file (RFC 5545).

Phones copy their calendars to other companies' servers, so the file says only
"Møde" unless the person asks for more. Times are UTC: no time zone table to misread.
"""

from __future__ import annotations

from icalendar import Calendar, Event
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.config import settings
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.words import kind_word
from herning_pwa.people.models import Person

PRODUCT = f"-//Sammen//Meetings//{LANGUAGE.upper()}"


def calendar_file(db: Session, actor: Person, *, meeting_id: object, detailed: bool) -> bytes:
    """The file for one meeting the person sees; raises NotFound.

    ``detailed`` adds the kind, the place and the links. No names, ever.
    """
    meeting = policy.find_meeting(db, actor, meeting_id)
    sees_place = policy.may_see_place(db, actor, meeting)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(meeting, detailed=detailed, sees_place=sees_place))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, *, detailed: bool, sees_place: bool) -> Event:
    event = Event()
    event.add("uid", str(meeting.id))
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    event.add("dtstamp", clock.now())
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("class", "PRIVATE")
    event.add("summary", kind_word(meeting.kind) if detailed else _("Meeting"))
    event.add("description", _("Open the app to see the meeting."))
    if detailed:
        _add_details(event, meeting, sees_place=sees_place)
    return event


def _add_details(event: Event, meeting: Meeting, *, sees_place: bool) -> None:
    event.add("url", f"{settings().public_url}{routes.meeting(meeting.id)}")
    place = ", ".join(part for part in (meeting.place if sees_place else "", meeting.link) if part)
    if place:
        event.add("location", place)
