"""Who is told where a home visit is. Product rules, section 2; decision 6."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from herning_pwa.circles.models import PARENTS, Membership, Role
from herning_pwa.meetings.models import Attendance, Change, Kind, Meeting, MeetingChange
from herning_pwa.people.models import Person


def sees_place(actor: Person) -> ColumnElement[bool]:
    """Where a home visit is: a column beside ``visible_to``.

    It may be somebody's home, so it is told to the professionals, to who wrote it, to a parent
    who is the only one invited, and then also to those a parent with a protected address
    brought. Protection hides and never shows: anybody can say that their own address is
    protected, and would else read the other home's.
    """
    return or_(
        Meeting.kind != Kind.HOME_VISIT,
        _stands_as(actor, {Role.PROFESSIONAL}),
        _writer_of_place() == actor.id,
        and_(_stands_as(actor, PARENTS), ~_another_parent_is_invited(actor.id)),
        _was_brought_by_a_protected_parent(actor),
    )


def may_see_place(db: Session, actor: Person, meeting: Meeting) -> bool:
    return bool(db.scalar(select(sees_place(actor)).where(Meeting.id == meeting.id)))


def _stands_as(actor: Person, roles: Collection[Role]) -> ColumnElement[bool]:
    own = aliased(Membership)
    return exists().where(
        own.circle_id == Meeting.circle_id,
        own.person_id == actor.id,
        own.is_active,
        own.role.in_(roles),
    )


def _writer_of_place() -> ColumnElement[UUID]:
    changed = (
        select(MeetingChange.by_id)
        .where(
            MeetingChange.meeting_id == Meeting.id,
            MeetingChange.what == Change.PLACE_CHANGED,
            MeetingChange.now_place != MeetingChange.was_place,  # else only the link is new
        )
        .order_by(MeetingChange.sequence.desc())
        .limit(1)
        .correlate(Meeting)
        .scalar_subquery()
    )
    return func.coalesce(changed, Meeting.organiser_id)


def _another_parent_is_invited(
    than: UUID | InstrumentedAttribute[UUID],
) -> ColumnElement[bool]:
    """Now or before: a parent who has left is still somebody's other home."""
    other, asked = aliased(Membership), aliased(Attendance)
    there = exists().where(
        asked.meeting_id == Meeting.id,
        asked.person_id != than,
        other.circle_id == Meeting.circle_id,
        other.person_id == asked.person_id,
        other.role.in_(PARENTS),
    )
    return there.correlate_except(other, asked)  # the meeting may be two levels up


def _was_brought_by_a_protected_parent(actor: Person) -> ColumnElement[bool]:
    """By the only parent there."""
    own, host, asked = aliased(Membership), aliased(Membership), aliased(Attendance)
    return exists().where(
        asked.meeting_id == Meeting.id,
        host.circle_id == Meeting.circle_id,
        host.person_id == asked.person_id,
        host.is_active,
        host.role.in_(PARENTS),
        host.has_protected_address,
        ~_another_parent_is_invited(than=host.person_id),
        own.circle_id == Meeting.circle_id,
        own.person_id == actor.id,
        own.is_active,
        own.invited_by_id == host.person_id,
    )
