"""Who may see a meeting, and who may do what with it. Product rules, sections 2 and 5."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from herning_pwa.circles.models import PARENTS, Circle, Membership, Role
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.meetings.models import AgendaPoint, Attendance, Meeting
from herning_pwa.people.models import Person


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


def sees_meeting(place: Membership, invited: Collection[UUID]) -> bool:
    """The rule of ``visible_to`` for a living place already at hand."""
    return place.is_responsible or place.person_id in invited


def all_see(
    places: Collection[Membership], meeting_id: InstrumentedAttribute[Any]
) -> ColumnElement[bool]:
    """The same rule for several of them, asked about a meeting that is not at hand."""
    asked = [place.person_id for place in places if not place.is_responsible]
    invited = (
        select(func.count())
        .where(Attendance.meeting_id == meeting_id, Attendance.person_id.in_(asked))
        .scalar_subquery()
    )
    return invited == len(asked)


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


def _has_role(places: list[Membership], person_id: UUID, roles: Collection[Role]) -> bool:
    return any(m.person_id == person_id and m.role in roles for m in places)
