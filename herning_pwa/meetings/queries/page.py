"""One meeting, as one person sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.circles.queries.load import with_people
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.i18n import _, local
from herning_pwa.meetings import policy
from herning_pwa.meetings.days import day_note
from herning_pwa.meetings.models import (
    AgendaPoint,
    Attendance,
    Meeting,
    MeetingChange,
    MeetingSummary,
    Preparation,
    TimeOffer,
)
from herning_pwa.meetings.policy.place import sees_place
from herning_pwa.meetings.queries.agenda import (
    AgendaItem,
    agenda,
    goals_to_talk_about,
    visible_goals,
)
from herning_pwa.meetings.queries.arranging import ArrangeView, arrange_view
from herning_pwa.meetings.queries.decided import Decided
from herning_pwa.meetings.queries.holding import HoldView, decided_there, hold_view
from herning_pwa.meetings.queries.overlap import overlap_line
from herning_pwa.meetings.queries.people import InvitedPerson, invited_people
from herning_pwa.meetings.queries.prepared import Preparations, preparations
from herning_pwa.meetings.queries.sight import MeetingSight, sight_of_meeting
from herning_pwa.meetings.queries.story import StoryLine, story
from herning_pwa.meetings.queries.summed_up import SummaryWay, way_to_summary
from herning_pwa.meetings.queries.times import TimesView, times
from herning_pwa.meetings.words import (
    answer_line,
    closed_line,
    kind_word,
    machine_time,
    told_place,
    when_parts,
)
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class MeetingView:
    """The meeting's page."""

    meeting_id: str = ""
    kind: str = ""
    day: str = ""  # tirsdag den 24. november
    clock: str = ""  # kl. 14.05–15.00
    week: str = ""  # uge 48
    day_note: str = ""  # a holiday
    starts: str = ""  # for <time datetime>
    place: str = ""
    link: str = ""
    called_by: str = ""  # Indkaldt af Sanne
    closed_line: str = ""  # why nothing can be done any more
    cancelled_because: str = ""
    is_cancelled: bool = False
    sequence: int = 0  # goes back with every act: which time the person was shown
    answer: str = ""
    answer_line: str = ""
    answer_words: str = ""
    awaits_answer: bool = False
    can_answer: bool = False
    overlap: str = ""
    prepared: Preparations = field(default_factory=Preparations)
    summary: SummaryWay = field(default_factory=SummaryWay)
    times: TimesView = field(default_factory=TimesView)
    people: list[InvitedPerson] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    goals: list[Option] = field(default_factory=list)
    sight: MeetingSight = field(default_factory=MeetingSight)
    can_add_point: bool = False
    arrange: ArrangeView = field(default_factory=ArrangeView)
    hold: HoldView = field(default_factory=HoldView)
    decided: Decided = field(default_factory=Decided)
    story: list[StoryLine] = field(default_factory=list)
    file_href: str = ""
    detailed_file_href: str = ""


def meeting_page(db: Session, actor: Person, *, meeting_id: object) -> MeetingView:
    """Everything on the meeting's page; raises NotFound. At most fifteen statements."""
    meeting, sees_place = _load(db, actor, meeting_id)
    own = meeting.attendance_of(actor)
    goals = visible_goals(db, actor, meeting.circle_id)
    file_href = routes.meeting_file(meeting.id)
    day, clock, week = when_parts(meeting)
    return MeetingView(
        meeting_id=str(meeting.id),
        kind=kind_word(meeting.kind),
        day=day,
        clock=clock,
        week=week,
        day_note=day_note(local(meeting.starts_at).date()) if meeting.is_open else "",
        starts=machine_time(meeting.starts_at),
        place=told_place(meeting, sees_place=sees_place),
        link=meeting.link,
        called_by=_("Called by {name}").format(name=meeting.organiser.first_name),
        closed_line=closed_line(meeting),
        cancelled_because=meeting.changes[-1].reason if meeting.is_cancelled else "",
        is_cancelled=meeting.is_cancelled,
        sequence=meeting.sequence,
        answer=own.answer.value if own and own.answer and not own.awaits_answer else "",
        answer_line=answer_line(meeting, own),
        answer_words=own.words if own else "",
        awaits_answer=own is not None and own.awaits_answer and meeting.is_open,
        can_answer=policy.may_answer(actor, meeting),
        overlap=overlap_line(db, actor, meeting),
        prepared=preparations(actor, meeting),
        summary=way_to_summary(actor, meeting),
        times=times(actor, meeting),
        people=invited_people(actor, meeting),
        agenda=agenda(db, actor, meeting, goals),
        goals=goals_to_talk_about(goals),
        sight=sight_of_meeting(actor, meeting),
        can_add_point=policy.may_add_point(actor, meeting),
        arrange=arrange_view(actor, meeting, sees_place=sees_place),
        hold=hold_view(actor, meeting),
        decided=decided_there(db, actor, meeting, goals),
        story=story(meeting, sees_place=sees_place),
        file_href=file_href,
        detailed_file_href=f"{file_href}?detaljer=1",
    )


def _load(db: Session, actor: Person, meeting_id: object) -> tuple[Meeting, bool]:
    """The meeting, and whether the actor may know where it is."""
    found = db.execute(
        policy.visible_to(actor)
        .where(Meeting.id == as_id(meeting_id))
        .add_columns(sees_place(actor))
        .options(
            joinedload(Meeting.organiser),
            joinedload(Meeting.circle).options(with_people()),
            selectinload(Meeting.attendances).joinedload(Attendance.person),
            selectinload(Meeting.points).joinedload(AgendaPoint.person),
            joinedload(Meeting.places),
            selectinload(Meeting.changes).joinedload(MeetingChange.by),
            selectinload(Meeting.preparations).joinedload(Preparation.person),
            selectinload(Meeting.summaries).options(
                joinedload(MeetingSummary.sent_by), joinedload(MeetingSummary.replies)
            ),
            selectinload(Meeting.offers).joinedload(TimeOffer.marks),
        )
    )
    one = found.unique().one_or_none()
    if one is None:
        raise NotFound
    return one[0], one[1]
