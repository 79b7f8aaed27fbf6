"""A meeting in brief, and the lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Row, Select, and_
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock, routes
from herning_pwa.circles.policy import takes_part
from herning_pwa.fields import as_id
from herning_pwa.i18n import _, local
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Attendance, Meeting, Status
from herning_pwa.meetings.policy.holding import can_be_held_now
from herning_pwa.meetings.policy.place import sees_place
from herning_pwa.meetings.queries.marks import waits_for_marks
from herning_pwa.meetings.words import (
    answer_line,
    kind_word,
    machine_time,
    month_word,
    told_place,
    when_parts,
    where,
)
from herning_pwa.people.models import Person

LIST_LIMIT = 50


@dataclass(frozen=True)
class MeetingCard:
    """One meeting in a list, as one person sees it."""

    meeting_id: str = ""
    href: str = ""
    circle_id: str = ""
    circle_name: str = ""
    kind: str = ""  # Netværksmøde
    when: str = ""  # tirsdag den 24. november kl. 14.05–15.00
    day: str = ""  # tirsdag den 24. november
    clock: str = ""  # kl. 14.05–15.00
    week: str = ""  # uge 48
    starts: str = ""  # for <time datetime>
    day_number: str = ""  # 24
    month: str = ""  # nov.
    where: str = ""
    is_cancelled: bool = False
    status: str = ""  # Aflyst, or empty
    is_invited: bool = False
    awaits_answer: bool = False
    awaits_marks: bool = False  # other times are offered, and the person has not said which suit
    answer: str = ""  # coming, not_coming, video, another_time, or empty
    answer_line: str = ""  # Du kommer.
    can_answer: bool = False
    is_on: bool = False  # it begins soon or has begun: a professional can hold it
    sequence: int = 0  # goes back with the answer: which time the person was shown


def question_of(card: MeetingCard) -> str:
    """What the meeting waits for from the person: first which times suit, then who comes."""
    if card.awaits_marks:
        return _("{meeting}: which times suit you?").format(meeting=card.kind)
    if card.awaits_answer:
        return _("{meeting}: are you coming?").format(meeting=card.kind)
    return ""


@dataclass(frozen=True)
class MeetingList:
    """The circle's meetings, the next ones first and the latest of the earlier ones first."""

    circle_id: str = ""
    ahead: list[MeetingCard] = field(default_factory=list)
    earlier: list[MeetingCard] = field(default_factory=list)
    more_note: str = ""
    can_plan: bool = False
    sees_follow_ups: bool = False


def meeting_list(db: Session, actor: Person, *, circle_id: object) -> MeetingList:
    """The meetings in one circle that the person sees. Two statements."""
    circle = as_id(circle_id)
    mine = _with_own_answer(actor).where(Meeting.circle_id == circle)
    now = clock.now()
    ahead = mine.where(Meeting.ends_at > now).order_by(Meeting.starts_at, Meeting.id)
    earlier = mine.where(Meeting.ends_at <= now).order_by(
        Meeting.starts_at.desc(), Meeting.id.desc()
    )
    coming, gone = _cards(db, ahead), _cards(db, earlier)
    return MeetingList(
        circle_id=str(circle),
        ahead=coming,
        earlier=gone,
        more_note=_more_note(gone),
        can_plan=policy.may_plan(actor, circle),
        sees_follow_ups=takes_part(actor, circle),
    )


def meetings_ahead(db: Session, actor: Person) -> list[MeetingCard]:
    """Planned meetings ahead in all the person's circles. One statement."""
    return _cards(db, _planned_ahead(actor))


def _more_note(earlier: list[MeetingCard]) -> str:
    if len(earlier) < LIST_LIMIT:
        return ""
    return _("The latest {n} meetings are shown.").format(n=LIST_LIMIT)


Rows = Select[Meeting, Attendance, bool, bool]


def _with_own_answer(actor: Person) -> Rows:
    own: ColumnElement[bool] = and_(
        Attendance.meeting_id == Meeting.id, Attendance.person_id == actor.id
    )
    return (
        policy.visible_to(actor)
        .outerjoin(Attendance, own)
        .add_columns(Attendance, sees_place(actor), waits_for_marks())
        .options(joinedload(Meeting.circle))
    )


def _planned_ahead(actor: Person) -> Rows:
    return (
        _with_own_answer(actor)
        .where(Meeting.ends_at > clock.now(), Meeting.status == Status.PLANNED)
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _cards(db: Session, rows: Rows) -> list[MeetingCard]:
    found: Sequence[Row[Meeting, Attendance, bool, bool]] = db.execute(rows.limit(LIST_LIMIT)).all()
    return [_card(*row) for row in found]


def _card(
    meeting: Meeting, own: Attendance | None, sees_place: bool, awaits_marks: bool
) -> MeetingCard:
    leaf = local(meeting.starts_at).date()
    day, clock, week = when_parts(meeting)
    return MeetingCard(
        meeting_id=str(meeting.id),
        href=routes.meeting(meeting.id),
        circle_id=str(meeting.circle_id),
        circle_name=meeting.circle.name,
        kind=kind_word(meeting.kind),
        when=f"{day} {clock}",
        day=day,
        clock=clock,
        week=week,
        starts=machine_time(meeting.starts_at),
        day_number=str(leaf.day),
        month=month_word(leaf),
        where=where(told_place(meeting, sees_place=sees_place), meeting.link),
        is_cancelled=meeting.is_cancelled,
        status=_("Meeting cancelled") if meeting.is_cancelled else "",
        is_invited=own is not None,
        awaits_answer=own is not None and own.awaits_answer and meeting.is_open,
        awaits_marks=own is not None and awaits_marks and meeting.is_open,
        answer=own.answer.value if own and own.answer else "",
        answer_line=answer_line(meeting, own),
        can_answer=own is not None and meeting.is_open,
        is_on=can_be_held_now(meeting),
        sequence=meeting.sequence,
    )
