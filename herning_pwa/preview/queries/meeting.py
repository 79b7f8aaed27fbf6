"""One meeting as the other person sees it, less what the reader may not see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.db import Base
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.meetings.models import (
    AgendaPoint,
    Attendance,
    Meeting,
    MeetingSummary,
    Preparation,
)
from herning_pwa.meetings.policy import (
    find_meeting,
    may_see_answer,
    may_see_words,
    visible_to,
)
from herning_pwa.meetings.policy.place import may_see_place
from herning_pwa.meetings.queries import MeetingView, SummaryView, meeting_page, summary_page
from herning_pwa.meetings.queries.agenda import AgendaItem
from herning_pwa.meetings.queries.decided import Decided
from herning_pwa.meetings.queries.people import InvitedPerson
from herning_pwa.meetings.queries.story import story
from herning_pwa.people.models import Person
from herning_pwa.preview.queries.goals import sent_goals
from herning_pwa.preview.queries.narrowing import ids, narrowed
from herning_pwa.preview.queries.views import SeenMeeting
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import visible_to as entries_visible_to


def meeting_seen(
    db: Session, reader: Person, place: Membership, meeting_id: object
) -> SeenMeeting | None:
    """The person's own page of a meeting the reader sees; none when the person does not see it.

    Raises NotFound when the reader does not see the meeting, or it lies in another circle.
    """
    wanted, theirs = as_id(meeting_id), place.person
    seen = _seen_by(db, reader, place, wanted)
    if wanted not in seen[Meeting]:
        raise NotFound
    with narrowed(db, seen):
        try:
            page = meeting_page(db, theirs, meeting_id=wanted)
            text = summary_page(db, theirs, meeting_id=wanted)
        except NotFound:
            return None
    return _of_both(db, reader, place, page, text)


def _seen_by(
    db: Session, reader: Person, place: Membership, wanted: UUID
) -> dict[type[Base], Collection[UUID]]:
    """What the reader sees of what the page is made of. A draft and what was prepared for few
    are never laid open, to whomever they belong."""
    here = visible_to(reader).where(Meeting.circle_id == place.circle_id)
    goals = ids(db, Goal, sent_goals(reader, place))
    said = entries_visible_to(reader).where(ProgressEntry.goal_id.in_(goals))
    points = select(AgendaPoint).where(AgendaPoint.meeting_id == wanted)
    prepared = select(Preparation).where(
        Preparation.meeting_id == wanted, Preparation.shared_at.is_not(None)
    )
    sent = select(MeetingSummary).where(
        MeetingSummary.meeting_id == wanted, MeetingSummary.sent_at.is_not(None)
    )
    return {
        Meeting: ids(db, Meeting, here),
        Goal: goals,
        ProgressEntry: ids(db, ProgressEntry, said),
        AgendaPoint: ids(db, AgendaPoint, points),
        Preparation: ids(db, Preparation, prepared),
        MeetingSummary: ids(db, MeetingSummary, sent),
    }


def _of_both(
    db: Session, reader: Person, place: Membership, page: MeetingView, text: SummaryView
) -> SeenMeeting:
    """The person's page without anything to press; answers and places only as both read them."""
    meeting = find_meeting(db, reader, page.meeting_id)
    knows_where = may_see_place(db, reader, meeting)
    return SeenMeeting(
        meeting_id=page.meeting_id,
        kind=page.kind,
        when=f"{page.day} {page.clock}",
        place=page.place if knows_where else "",
        called_by=page.called_by,
        closed_line=page.closed_line,
        cancelled_because=page.cancelled_because,
        people=[
            _person(reader, asked, person)
            for asked, person in zip(meeting.attendances, page.people, strict=True)
        ],
        agenda=[_item(item, place) for item in page.agenda],
        prepared=page.prepared.others,
        sent_line=text.sent.sent_line,
        paragraphs=text.sent.paragraphs,
        decided=_decided(page.decided, place),
        story=page.story if knows_where else story(meeting, sees_place=False),
    )


def _person(reader: Person, asked: Attendance, person: InvitedPerson) -> InvitedPerson:
    """Answers and words that the reader may not see stay unseen in anybody's eyes."""
    if not may_see_answer(reader, asked):
        return replace(person, answer="", answer_line=_("Answer not shown"), words="")
    return person if may_see_words(reader, asked) else replace(person, words="")


def _item(item: AgendaItem, place: Membership) -> AgendaItem:
    """The item without what could be done about it; a goal leads on in the same eyes."""
    goal = item.goal_href.rpartition("/")[2]
    return AgendaItem(
        key=item.key,
        kind=item.kind,
        text=item.text,
        lines=item.lines,
        by=item.by,
        goal_title=item.goal_title,
        goal_href=routes.as_somebody(place.id, goal_id=goal) if goal else "",
        is_off=item.is_off,
    )


def _decided(decided: Decided, place: Membership) -> Decided:
    """The next meeting is among the person's meetings."""
    return replace(decided, next_href=routes.as_somebody(place.id, part="moeder"))
