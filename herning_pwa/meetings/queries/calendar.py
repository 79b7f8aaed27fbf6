"""What somebody's own calendar gets: one meeting as a file, or all of theirs as a feed."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar
from sqlalchemy import Select, and_, literal, or_
from sqlalchemy.orm import Session, selectinload

from herning_pwa import clock
from herning_pwa.errors import NotFound
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Attendance, Meeting, Status
from herning_pwa.meetings.policy.place import may_see_place, sees_place
from herning_pwa.meetings.queries.event import (
    calendar_with,
    details_of,
    entry_of,
    event_of,
    written,
)
from herning_pwa.people.calendar_feeds import find_feed
from herning_pwa.people.models import Person
from herning_pwa.people.policy import may_have_details_in_feed

KEPT_AFTERWARDS = timedelta(days=90)
CANCELLED_KEPT = timedelta(days=1)  # long enough for every phone to have taken it away
FETCHED_EVERY = timedelta(hours=6)
END = b"END:VCALENDAR\r\n"


def calendar_file(db: Session, actor: Person, *, meeting_id: object, detailed: bool) -> bytes:
    """The file for one meeting the person sees; raises NotFound.

    ``detailed`` adds the kind, the place and the links. No names, ever.
    """
    meeting = policy.find_meeting(db, actor, meeting_id)
    sees_place = may_see_place(db, actor, meeting)
    details = details_of(meeting, sees_place=sees_place) if detailed else None
    return bytes(calendar_with(event_of(entry_of(meeting, details)), method="PUBLISH").to_ical())


def calendar_feed(db: Session, *, secret: str) -> bytes:
    """All meetings the person whose secret it is is asked to, in three statements; raises NotFound.

    Somebody who has left every circle gets a calendar without meetings, so that their phone
    takes them away; it would keep them if the address were not found.
    """
    feed = find_feed(db, secret)
    if feed is None:
        raise NotFound
    detailed = feed.is_detailed and may_have_details_in_feed(feed.person)
    entries = (
        entry_of(meeting, details_of(meeting, sees_place=sees_place) if detailed else None)
        for meeting, sees_place in db.execute(_meetings_of(feed.person, with_place=detailed))
    )
    around = _named_calendar().to_ical().removesuffix(END)
    return b"".join((around, *map(written, entries), END))


def _meetings_of(person: Person, *, with_place: bool) -> Select[Meeting, bool]:
    now = clock.now()
    return (
        policy.visible_to(person)
        .join(
            Attendance,
            and_(Attendance.meeting_id == Meeting.id, Attendance.person_id == person.id),
        )
        .add_columns(sees_place(person) if with_place else literal(False))
        .where(
            Meeting.ends_at > now - KEPT_AFTERWARDS,
            or_(Meeting.status != Status.CANCELLED, Meeting.ends_at > now - CANCELLED_KEPT),
        )
        .options(selectinload(Meeting.changes))
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _named_calendar() -> Calendar:
    """What it is called, and how often it is worth asking: by RFC 7986, and as older phones do."""
    calendar = calendar_with(method="PUBLISH")
    calendar.add("name", _("Meetings"))
    calendar.add("x-wr-calname", _("Meetings"))
    calendar.add("refresh-interval", FETCHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    return calendar
