"""What is good to know about a time before it is sent. It warns and never forbids."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from herning_pwa.circles.queries.find import find_circle
from herning_pwa.errors import require
from herning_pwa.fields import Check, copenhagen, plain
from herning_pwa.i18n import local
from herning_pwa.meetings import policy
from herning_pwa.meetings.days import day_note, hour_note
from herning_pwa.meetings.queries.overlap import overlaps
from herning_pwa.people.models import Person

Span = tuple[datetime, datetime]


def warnings_for_plan(
    db: Session, actor: Person, *, circle_id: object, day: object, start: object, end: object
) -> list[str]:
    """About a new meeting; raises NotFound and NotAllowed. What is half written warns of less."""
    circle = find_circle(db, actor, circle_id)
    require(policy.may_plan(actor, circle.id))
    notes, span = _read(day, start, end)
    everybody = [place.person_id for place in circle.active_memberships]
    return [*notes, *(overlaps(db, actor, circle, everybody, span) if span else [])]


def warnings_for_time(
    db: Session, actor: Person, *, meeting_id: object, day: object, start: object, end: object
) -> list[str]:
    """About another time for a meeting; an hour not written is the meeting's own.

    Raises NotFound and NotAllowed.
    """
    meeting = policy.find_meeting(db, actor, meeting_id)
    require(policy.may_arrange(actor, meeting))
    begins, ends = local(meeting.starts_at), local(meeting.ends_at)
    notes, span = _read(
        plain(day) or begins.date().isoformat(),
        plain(start) or begins.strftime("%H:%M"),
        plain(end) or ends.strftime("%H:%M"),
    )
    if span is None:
        return notes
    invited = [attendance.person_id for attendance in meeting.attendances]
    return [
        *notes,
        *overlaps(db, actor, meeting.circle, invited, span, but=meeting.id),
    ]


def _read(day: object, start: object, end: object) -> tuple[list[str], Span | None]:
    """As much as can be read, and what is special about it; what is wrong with it is told when
    it is sent."""
    check = Check()
    on = check.day("day", day)
    begins, ends = (check.clock("hour", hour, missing="") for hour in (start, end))
    if on is None:
        return [], None
    notes = [day_note(on), *(hour_note(on, hour) for hour in (begins, ends) if hour)]
    notes = [note for note in notes if note]
    if begins is None or ends is None or ends <= begins:
        return notes, None
    return notes, (copenhagen(on, begins), copenhagen(on, ends))
