"""The meeting on the day, as the professional who holds it sees it: one stop at a time.

The screen may lie on the table, so everybody is called by name, and what somebody at the meeting
may not see is covered until it is uncovered (decision 19).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.circles.models import Circle
from herning_pwa.errors import Conflict, require
from herning_pwa.followup.queries.day_close import DayLadder, DayNext
from herning_pwa.followup.queries.day_goal import DayGoal
from herning_pwa.followup.queries.day_table import Table
from herning_pwa.followup.queries.ruler import RulerView
from herning_pwa.followup.queries.stops import Stop, stops_of
from herning_pwa.i18n import _
from herning_pwa.meetings.models import AgendaPoint, Attendance, Meeting
from herning_pwa.meetings.policy.holding import may_hold, refuse_unless_now
from herning_pwa.meetings.queries.agenda import (
    AgendaItem,
    gathered,
    laid_out,
    visible_goals,
)
from herning_pwa.meetings.queries.at_meeting import load_meeting
from herning_pwa.meetings.queries.decided import Decided, rows_of
from herning_pwa.meetings.words import kind_word
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class DayView:
    """One stop, and the way to the others. Only what the stop shows is filled in."""

    meeting_id: str = ""
    place_line: str = ""  # Punkt 2 af 6
    here: Stop = field(default_factory=Stop)
    before_href: str = ""
    next_href: str = ""
    next_label: str = ""
    stops: list[Stop] = field(default_factory=list)
    not_now_line: str = ""  # why it cannot be held now
    covered_line: str = ""
    uncover_href: str = ""
    not_for_line: str = ""
    item: AgendaItem = field(default_factory=AgendaItem)
    goal: DayGoal = field(default_factory=DayGoal)
    ruler: RulerView = field(default_factory=RulerView)
    ladder: DayLadder = field(default_factory=DayLadder)
    coming: DayNext = field(default_factory=DayNext)
    decided: Decided = field(default_factory=Decided)
    is_ended: bool = False
    agree_first_href: str = ""  # to the next date, when the meeting cannot end without it
    can_sum_up: bool = False
    summary_href: str = ""
    meeting_href: str = routes.MEETINGS


def day_page(
    db: Session, actor: Person, *, meeting_id: object, at: object = "", uncovered: bool = False
) -> DayView:
    """The stop named ``at``, or the first; before and after the day only why there is none.

    Raises NotFound, NotAllowed. At most fifteen statements.
    """
    meeting = _find(db, actor, meeting_id)
    require(may_hold(actor, meeting))
    try:
        refuse_unless_now(meeting)
    except Conflict as not_now:
        return _closed(meeting, str(not_now))
    rows = rows_of(db, actor, meeting)
    goals = visible_goals(db, actor, meeting.circle_id)
    news = gathered(db, actor, meeting, goals, at_the_table=True, decided=rows.outcomes)
    items = laid_out(actor, meeting, goals, news)
    stops = stops_of(meeting, items, goals, rows)
    number = next((n for n, stop in enumerate(stops) if stop.key == at), 0)
    view = _on_the_way(meeting, stops, number)
    if view.here.hidden_from and not uncovered:
        return _covered(view)
    if view.here.hidden_from:
        not_for = _("Not to be seen by {names}.").format(names=view.here.hidden_from)
        view = replace(view, not_for_line=not_for)
    return Table(db, actor, meeting, goals, news, items, rows).with_stop(view)


def _on_the_way(meeting: Meeting, stops: list[Stop], number: int) -> DayView:
    here, coming = stops[number], stops[number + 1 : number + 2]
    return DayView(
        meeting_id=str(meeting.id),
        place_line=_("Item {number} of {count}").format(number=number + 1, count=len(stops)),
        here=here,
        before_href=stops[number - 1].href if number else "",
        next_href=coming[0].href if coming else "",
        next_label=coming[0].label if coming else "",
        stops=[replace(stop, is_here=stop is here, hidden_from="") for stop in stops],
        is_ended=stops[-1].is_done,
        meeting_href=routes.meeting(meeting.id),
    )


def _closed(meeting: Meeting, why: str) -> DayView:
    return DayView(
        meeting_id=str(meeting.id),
        here=Stop(label=kind_word(meeting.kind)),
        not_now_line=why,
        meeting_href=routes.meeting(meeting.id),
    )


def _covered(view: DayView) -> DayView:
    return replace(
        view,
        here=replace(view.here, hidden_from=""),
        covered_line=_("This is for fewer of you. Show it when only they look."),
        uncover_href=f"{view.here.href}&vis=ja",
    )


def _find(db: Session, actor: Person, meeting_id: object) -> Meeting:
    """With everybody and everything on its agenda: five statements."""
    return load_meeting(
        db,
        actor,
        meeting_id,
        joinedload(Meeting.circle).joinedload(Circle.children),
        selectinload(Meeting.attendances).joinedload(Attendance.person),
        selectinload(Meeting.points).joinedload(AgendaPoint.person),
        selectinload(Meeting.places),
    )
