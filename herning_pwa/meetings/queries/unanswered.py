"""Summaries that wait: for the answers of those asked, and for those who write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.circles.queries.load import with_people
from herning_pwa.i18n import local, names
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import (
    Answer,
    Attendance,
    Meeting,
    MeetingSummary,
    SummaryReply,
)
from herning_pwa.meetings.policy import summing_up
from herning_pwa.meetings.words import kind_word
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 20


@dataclass(frozen=True)
class SummaryToAnswer:
    """One summary the reader has been asked about and has not answered."""

    href: str
    meeting_id: UUID
    circle_id: UUID
    circle_name: str
    kind: str
    by: str
    is_correction: bool
    sent_on: date


@dataclass(frozen=True)
class SummaryUnderWay:
    """For those who write it: a draft to send, or answers that are missing."""

    meeting_id: UUID
    circle_id: UUID
    circle_name: str
    kind: str
    missing: str  # names; empty for a draft
    since: date


def summaries_to_answer(db: Session, actor: Person) -> list[SummaryToAnswer]:
    """The newest of each meeting, that the actor was asked about and said nothing to.

    Somebody who did not come is not asked. One statement.
    """
    found = db.execute(
        policy.visible_to(actor)
        .join(MeetingSummary, MeetingSummary.meeting_id == Meeting.id)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(
            Attendance.person_id == actor.id,
            or_(Attendance.answer.is_(None), Attendance.answer != Answer.NOT_COMING),
            MeetingSummary.number == _newest_sent(),
            MeetingSummary.sent_by_id != actor.id,
            ~exists().where(
                SummaryReply.summary_id == MeetingSummary.id, SummaryReply.person_id == actor.id
            ),
        )
        .add_columns(MeetingSummary)
        .options(joinedload(Meeting.circle), joinedload(MeetingSummary.sent_by))
        .order_by(MeetingSummary.sent_at)
    )
    return [_to_answer(meeting, summary) for meeting, summary in found]


def summaries_under_way(db: Session, actor: Person) -> list[SummaryUnderWay]:
    """What the actor writes as a professional, and who has not answered. Five statements."""
    found = db.scalars(
        policy.visible_to(actor)
        .where(Meeting.summaries.any())
        .options(
            joinedload(Meeting.circle).options(with_people()),
            selectinload(Meeting.attendances),
            selectinload(Meeting.summaries).selectinload(MeetingSummary.replies),
        )
        .order_by(Meeting.starts_at.desc())
        .limit(SHOWN_AT_MOST)
    )
    lines = [_under_way(meeting) for meeting in found if summing_up.may_sum_up(actor, meeting)]
    return [line for line in lines if line]


def _newest_sent() -> ColumnElement[int]:
    other = aliased(MeetingSummary)
    return (
        select(func.max(other.number))
        .where(other.meeting_id == Meeting.id, other.sent_at.is_not(None))
        .correlate(Meeting)
        .scalar_subquery()
    )


def _to_answer(meeting: Meeting, summary: MeetingSummary) -> SummaryToAnswer:
    return SummaryToAnswer(
        href=routes.summary(meeting.id),
        meeting_id=meeting.id,
        circle_id=meeting.circle_id,
        circle_name=meeting.circle.name,
        kind=kind_word(meeting.kind),
        by=summary.sent_by.first_name if summary.sent_by else "",
        is_correction=summary.number > 1,
        sent_on=local(summary.sent_at or summary.saved_at).date(),
    )


def _under_way(meeting: Meeting) -> SummaryUnderWay | None:
    """None when everybody has answered."""
    newest = meeting.summaries[-1]
    said = newest.present_replies
    missing = [
        place.person.first_name
        for place in summing_up.asked_to_reply(newest)
        if place.person_id not in said
    ]
    if newest.is_sent and not missing:
        return None
    return SummaryUnderWay(
        meeting_id=meeting.id,
        circle_id=meeting.circle_id,
        circle_name=meeting.circle.name,
        kind=kind_word(meeting.kind),
        missing=names(missing) if newest.is_sent else "",
        since=local(newest.sent_at or newest.saved_at).date(),
    )
