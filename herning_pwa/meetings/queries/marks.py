"""Which offered times suit whom, as far as one person may know."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, exists

from herning_pwa import clock
from herning_pwa.circles.models import Role
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Attendance, Meeting, TimeMark, TimeOffer
from herning_pwa.people.models import Person


def waits_for_marks() -> ColumnElement[bool]:
    """A column beside Meeting and Attendance: whether a time is offered and not yet answered."""
    said = (
        exists()
        .where(TimeMark.offer_id == TimeOffer.id, TimeMark.attendance_id == Attendance.id)
        .correlate(TimeOffer, Attendance)
    )
    return (
        exists()
        .where(
            TimeOffer.meeting_id == Meeting.id,
            TimeOffer.instead_of == Meeting.time_set_in,
            TimeOffer.withdrawn_at.is_(None),
            TimeOffer.starts_at > clock.now(),
            ~said,
        )
        .correlate(Meeting, Attendance)
    )


def marks_known_to(actor: Person, meeting: Meeting) -> tuple[list[Attendance], list[Attendance]]:
    """Of the invited who are still there: whose marks the actor may see, and whose not."""
    known: list[Attendance] = []
    unseen: list[Attendance] = []
    for attendance in meeting.attendances:
        if attendance.stands_in_the_circle:
            may_see = policy.may_see_marks(actor, attendance)
            (known if may_see else unseen).append(attendance)
    return known, unseen


def best_time(actor: Person, meeting: Meeting, known: list[Attendance]) -> TimeOffer | None:
    """The time for most of those who decide, then for most, then the earliest; none before
    anybody else has said yes.

    Only ``known`` marks count: a sum or a suggestion would tell what the names do not.
    """
    first = _first_asked(meeting)

    def rank(offer: TimeOffer) -> tuple[int, int]:
        suited = {attendance.person_id for attendance in known if offer.suits(attendance)}
        return -len(suited & first), -len(suited)

    others = [attendance for attendance in known if attendance.person_id != actor.id]
    usable = [o for o in meeting.open_offers if any(o.suits(other) for other in others)]
    return min(usable, key=rank, default=None)


def _first_asked(meeting: Meeting) -> set[UUID]:
    """Custody parents and the responsible professional: without them little can be agreed."""
    places = meeting.circle.active_memberships
    return {p.person_id for p in places if p.role is Role.CUSTODY_PARENT or p.is_responsible}
