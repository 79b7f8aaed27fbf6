"""Reading what was written in a meeting form: when, where, who, what about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from herning_pwa import clock
from herning_pwa.circles.models import Membership
from herning_pwa.circles.policy import sees_member
from herning_pwa.fields import Check, copenhagen, plain
from herning_pwa.i18n import _, local, today
from herning_pwa.meetings.models import (
    LINK_LIMIT,
    PLACE_LIMIT,
    POINT_LIMIT,
    POINTS_LIMIT,
    REASON_LIMIT,
    Meeting,
)
from herning_pwa.people.models import Person

LONGEST = timedelta(hours=12)


@dataclass(frozen=True)
class Span:
    """From when to when, in UTC."""

    starts_at: datetime
    ends_at: datetime


def one_line(value: object) -> str:
    """Cleaned text with line breaks and runs of spaces made into single spaces."""
    return " ".join(plain(value).split())


def read_span(
    check: Check, day: object, start: object, end: object, *, now_is: datetime | None = None
) -> Span | None:
    """When the meeting is. ``now_is`` is a moved meeting's present start, which may have passed."""
    date_ = check.day("day", day, missing=_("Choose the day of the meeting."), earliest=today())
    begins = check.clock("start", start, missing=_("Choose when the meeting starts."))
    ends = check.clock("end", end, missing=_("Choose when the meeting ends."))
    if date_ is None or begins is None or ends is None:
        return None
    starts_at = _moment(check, "start", date_, begins)
    ends_at = _moment(check, "end", date_, ends)
    if check.problems.keys() & {"start", "end"}:
        return None  # a time that never comes cannot be compared with another
    if starts_at <= clock.now() and starts_at != now_is and "day" not in check.problems:
        check.refuse("start", _("That time has passed. Choose a later time."))
    if ends_at <= starts_at:
        check.refuse("end", _("The meeting must end after it starts."))
    if ends_at - starts_at > LONGEST:
        check.refuse("end", _("A meeting lasts at most 12 hours. Choose an earlier end."))
    return Span(starts_at, ends_at)


def _moment(check: Check, field: str, day: date, at: time) -> datetime:
    """UTC; of the hour that comes twice in October, the first. Refuses one that never comes."""
    moment = copenhagen(day, at).astimezone(UTC)
    if local(moment).time() != at:
        check.refuse(
            field,
            _("The clocks go forward that night: {time} does not exist. Choose another.").format(
                time=at.strftime("%H.%M")
            ),
        )
    return moment


def read_place(check: Check, value: object) -> str:
    return check.text("place", one_line(value), limit=PLACE_LIMIT)


def read_link(check: Check, value: object) -> str:
    link = check.text("link", value, limit=LINK_LIMIT)
    if link and not _is_https(link):
        check.refuse("link", _("The link must start with https://. Copy the whole link."))
    return link


def _is_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        names_a_host = bool(parts.hostname) and not (parts.username or parts.password)
    except ValueError:
        return False
    return parts.scheme == "https" and names_a_host and not set(link) & set(' \t\n\\<>"')


def read_people(
    check: Check, own: Membership, ids: object, *, but: Iterable[Person]
) -> list[Person]:
    """The living members with these ids that ``own`` sees, except ``but``; at least one."""
    asked = {str(id_).lower() for id_ in ids} if isinstance(ids, list | tuple) else set()
    asked -= {str(person.id) for person in but}
    members = {
        str(m.person_id): m.person for m in own.circle.active_memberships if sees_member(own, m)
    }
    if not asked:
        check.refuse("people", _("Choose at least one person to invite."))
    if asked - members.keys():
        check.refuse(
            "people", _("One of those you chose is no longer in the circle. Choose again.")
        )
    return [person for id_, person in members.items() if id_ in asked]


def read_points(check: Check, value: object) -> list[str]:
    """One agenda point a line."""
    lines = [one_line(line) for line in plain(value).split("\n")]
    points = list(dict.fromkeys(line for line in lines if line))
    if any(len(point) > POINT_LIMIT for point in points):
        check.refuse(
            "points",
            _("Each line can have at most {n} characters.").format(n=POINT_LIMIT),
        )
    if len(points) > POINTS_LIMIT:
        check.refuse("points", _("Write at most {n} lines.").format(n=POINTS_LIMIT))
    return points


def read_reason(check: Check, value: object, *, missing: str = "") -> str:
    return check.text("reason", one_line(value), limit=REASON_LIMIT, missing=missing)


def is_seen_as_it_is(meeting: Meeting, sequence: object) -> bool:
    """Whether the person's page showed the meeting's present time and place."""
    return plain(str(sequence)) == str(meeting.sequence)
