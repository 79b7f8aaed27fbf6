"""Warning a person who is asked to be in two places at once."""

from __future__ import annotations

from sqlalchemy import or_
from sqlalchemy.orm import Session

from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Answer, Attendance, Meeting, Status
from herning_pwa.meetings.words import clock_span, kind_word
from herning_pwa.people.models import Person


def overlap_line(db: Session, actor: Person, meeting: Meeting) -> str:
    """A sentence when the person has another meeting at that time; empty otherwise."""
    if not meeting.is_open or meeting.attendance_of(actor) is None:
        return ""
    other = db.scalar(
        policy.visible_to(actor)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Attendance.person_id == actor.id,
            or_(Attendance.answer.is_(None), Attendance.answer != Answer.NOT_COMING),
            Meeting.id != meeting.id,
            Meeting.status == Status.PLANNED,
            Meeting.starts_at < meeting.ends_at,
            Meeting.ends_at > meeting.starts_at,
        )
        .order_by(Meeting.starts_at)
        .limit(1)
    )
    if other is None:
        return ""
    return _("You have another meeting at the same time: {kind} {clock}.").format(
        kind=kind_word(other.kind), clock=clock_span(other.starts_at, other.ends_at)
    )
