"""Who may see a meeting, and who may do what with it. Product rules, sections 2 and 5."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.meetings.models import (
    AgendaPoint,
    Attendance,
    Change,
    Kind,
    Meeting,
    MeetingChange,
)
from herning_pwa.people.models import Person

PARENTS = {Role.CUSTODY_PARENT, Role.INFORMED_PARENT}


def visible_to(actor: Person) -> Select[Meeting]:
    """Meetings the person is invited to as a living member, or is responsible for."""
    place, invitation = aliased(Membership), aliased(Attendance)
    living = and_(
        place.circle_id == Meeting.circle_id,
        place.person_id == actor.id,
        place.is_active,
    )
    invited = exists().where(invitation.meeting_id == Meeting.id, invitation.person_id == actor.id)
    return select(Meeting).join(place, living).where(or_(place.is_responsible, invited))


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


def _stands_as(actor: Person, roles: set[Role]) -> ColumnElement[bool]:
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


def sees_meeting(place: Membership, invited: Collection[UUID]) -> bool:
    """The rule of ``visible_to`` for a living place already at hand."""
    return place.is_responsible or place.person_id in invited


def find_meeting(db: Session, actor: Person, meeting_id: object) -> Meeting:
    """The meeting, when this person may see it; raises NotFound."""
    return the_one(db, visible_to(actor).where(Meeting.id == as_id(meeting_id)))


def hold_meeting(db: Session, actor: Person, meeting_id: object) -> Meeting:
    """The meeting, held until the transaction ends: acts on it come one after the other.

    Raises NotFound.
    """
    one = visible_to(actor).where(Meeting.id == as_id(meeting_id))
    return the_one(db, one.with_for_update(of=Meeting))


def hold_point(db: Session, actor: Person, point_id: object) -> AgendaPoint:
    """The agenda point of a meeting this person may see, which is held; raises NotFound."""
    point = db.get(AgendaPoint, as_id(point_id))
    if point is None:
        raise NotFound
    hold_meeting(db, actor, point.meeting_id)
    return point


def may_plan(actor: Person, circle_id: UUID) -> bool:
    place = actor.membership_in(circle_id)
    return place is not None and place.decides


def may_arrange(actor: Person, meeting: Meeting) -> bool:
    """Move it, call it off, invite more: who called it, and the responsible professional."""
    place = actor.membership_in(meeting.circle_id)
    return place is not None and meeting.is_open and _answers_for(place, meeting)


def _answers_for(place: Membership, meeting: Meeting) -> bool:
    """Of a living place already at hand."""
    organises = place.person_id == meeting.organiser_id
    return place.decides and (organises or place.is_responsible)


def may_answer(actor: Person, meeting: Meeting) -> bool:
    living = actor.membership_in(meeting.circle_id) is not None
    return living and meeting.is_open and meeting.attendance_of(actor) is not None


def may_add_point(actor: Person, meeting: Meeting) -> bool:
    return may_answer(actor, meeting)


def may_withdraw_point(actor: Person, point: AgendaPoint) -> bool:
    return point.person_id == actor.id and may_answer(actor, point.meeting)


def may_see_answer(reader: Person, attendance: Attendance) -> bool:
    """Two homes: a parent never sees whether the other parent comes, not even as organiser."""
    if attendance.person_id == reader.id:
        return True
    circle = attendance.meeting.circle
    return not (_is_parent(circle, reader.id) and _is_parent(circle, attendance.person_id))


def may_see_words(reader: Person, attendance: Attendance) -> bool:
    """The words of an answer are for the organiser and the professionals."""
    if attendance.person_id == reader.id:
        return True
    meeting = attendance.meeting
    organises = meeting.organiser_id == reader.id
    helps = _has_role(meeting.circle.active_memberships, reader.id, {Role.PROFESSIONAL})
    return (helps or organises) and may_see_answer(reader, attendance)


def may_see_marks(reader: Person, attendance: Attendance) -> bool:
    """Which times suit somebody is for those who choose among them; two homes as for answers."""
    if attendance.person_id == reader.id:
        return True
    meeting = attendance.meeting
    places = [m for m in meeting.circle.active_memberships if m.person_id == reader.id]
    chooses = any(_answers_for(place, meeting) for place in places)
    return chooses and may_see_answer(reader, attendance)


def _is_parent(circle: Circle, person_id: UUID) -> bool:
    """Now or before: leaving the circle does not open a parent's answers to the other."""
    return _has_role(circle.memberships, person_id, PARENTS)


def _has_role(places: list[Membership], person_id: UUID, roles: set[Role]) -> bool:
    return any(m.person_id == person_id and m.role in roles for m in places)
