"""Warning somebody who is asked, or who asks others, to be in two places at once.

A warning never forbids. Of a colleague's other meeting it says that there is one and no more; a
parent is told only of meetings that the parent sees anyway (decision 14).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.i18n import _, names
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Answer, Attendance, Meeting, Status
from herning_pwa.meetings.words import clock_span, kind_word
from herning_pwa.people.models import Person


def overlap_line(db: Session, actor: Person, meeting: Meeting) -> str:
    """What the meeting's page says of it; empty when there is nothing to say, or it has begun."""
    if meeting.is_cancelled or meeting.starts_at <= clock.now():
        return ""
    invited = {attendance.person_id for attendance in meeting.attendances}
    asked = invited if policy.may_arrange(actor, meeting) else invited & {actor.id}
    lines = overlaps(
        db, actor, meeting.circle, asked, (meeting.starts_at, meeting.ends_at), but=meeting.id
    )
    return " ".join(lines)


def overlaps(
    db: Session,
    actor: Person,
    circle: Circle,
    people: Collection[UUID],
    span: tuple[datetime, datetime],
    *,
    but: UUID | None = None,
) -> list[str]:
    """One line about the actor and one about the professionals among ``people``. One statement.

    ``but`` is the meeting the question is about.
    """
    asked = [m for m in circle.active_memberships if m.person_id in people]
    colleagues = {m.person_id: m.person.first_name for m in asked if m.role is Role.PROFESSIONAL}
    found = _others(db, actor, circle, people=[*colleagues, actor.id], span=span, but=but)
    own = [meeting for meeting, person_id in found if person_id == actor.id]
    busy = {person_id for _meeting, person_id in found if person_id != actor.id}
    mine = _own_line(own[0]) if own and actor.id in people else ""
    theirs = _busy_line([name for id_, name in colleagues.items() if id_ in busy])
    return [line for line in (mine, theirs) if line]


def _others(
    db: Session,
    actor: Person,
    circle: Circle,
    *,
    people: list[UUID],
    span: tuple[datetime, datetime],
    but: UUID | None,
) -> list[tuple[Meeting, UUID]]:
    """Planned meetings then that these people are asked to and have not declined."""
    starts_at, ends_at = span
    statement = (
        select(Meeting, Attendance.person_id)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Attendance.person_id.in_(people),
            or_(Attendance.answer.is_(None), Attendance.answer != Answer.NOT_COMING),
            Meeting.id != but,
            Meeting.status == Status.PLANNED,
            Meeting.starts_at < ends_at,
            Meeting.ends_at > starts_at,
            _may_be_told(actor, circle),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    return [(meeting, person_id) for meeting, person_id in db.execute(statement)]


def _may_be_told(actor: Person, circle: Circle) -> ColumnElement[bool]:
    seen = policy.visible_to(actor).with_only_columns(Meeting.id).correlate(None)
    place = actor.membership_in(circle.id)
    if place is None or place.role is not Role.PROFESSIONAL:
        return Meeting.id.in_(seen)
    return or_(Meeting.id.in_(seen), and_(Attendance.person_id != actor.id, _is_at_work()))


def _is_at_work() -> ColumnElement[bool]:
    """Whether the colleague is asked as a professional: one may be a parent in another circle."""
    place = aliased(Membership)
    return exists().where(
        place.circle_id == Meeting.circle_id,
        place.person_id == Attendance.person_id,
        place.role == Role.PROFESSIONAL,
    )


def _own_line(other: Meeting) -> str:
    return _("You have another meeting at the same time: {kind} {clock}.").format(
        kind=kind_word(other.kind), clock=clock_span(other.starts_at, other.ends_at)
    )


def _busy_line(busy: list[str]) -> str:
    return _("{names} has another meeting at that time.").format(names=names(busy)) if busy else ""
