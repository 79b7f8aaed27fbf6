"""The last stops of a meeting: the ladder, the next date, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.followup.models import Rhythm, calendar
from herning_pwa.followup.words.outcomes import wrote_it_down
from herning_pwa.i18n import _, local, names, today
from herning_pwa.ladder.models import Direction, LadderTurn
from herning_pwa.ladder.policy import ladder_visible_to, reads_ladder
from herning_pwa.ladder.steps import ladder_steps
from herning_pwa.ladder.words import direction_word, step_label
from herning_pwa.meetings.days import day_note
from herning_pwa.meetings.models import Meeting, Parting
from herning_pwa.meetings.policy.holding import there
from herning_pwa.meetings.queries.at_meeting import places_there
from herning_pwa.meetings.queries.decided import Rows
from herning_pwa.meetings.words import when
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

SATURDAY = 5


@dataclass(frozen=True)
class DayLadder:
    """The six steps to choose from. ``seen`` goes back with the form."""

    seen: str = ""
    options: list[Option] = field(default_factory=list)
    reason: str = ""
    chosen_line: str = ""
    sight: SightLine = field(default_factory=SightLine)


@dataclass(frozen=True)
class PartingView:
    """Why no next meeting is agreed, so far. ``seen`` goes back with both forms."""

    seen: str = ""
    reason: str = ""
    by_line: str = ""
    sight: SightLine = field(default_factory=SightLine)


@dataclass(frozen=True)
class DayNext:
    """The form for the next date, filled in; or what has been agreed."""

    form_key: str = ""
    day: str = ""
    earliest: str = ""
    start: str = ""
    end: str = ""
    rhythm_line: str = ""
    people_line: str = ""
    agreed_line: str = ""
    parting: PartingView = field(default_factory=PartingView)


def day_ladder(db: Session, actor: Person, meeting: Meeting, rows: Rows) -> DayLadder:
    """One statement, for the step the circle stood on before."""
    earlier = ladder_visible_to(actor).where(
        LadderTurn.circle_id == meeting.circle_id, LadderTurn.meeting_id != meeting.id
    )
    latest = db.scalar(earlier.order_by(LadderTurn.at.desc(), LadderTurn.id.desc()).limit(1))
    before = latest.step if latest else None
    chosen = rows.turn.step if rows.turn else before
    own = actor.membership_in(meeting.circle_id)
    reading = [m for m in meeting.circle.active_memberships if reads_ladder(m)]
    return DayLadder(
        seen=str(rows.turn.id) if rows.turn else "",
        options=[
            Option(
                str(step.number),
                step_label(step.number),
                _note(before, step.number),
                is_chosen=step.number == chosen,
            )
            for step in ladder_steps()
        ],
        reason=rows.turn.reason if rows.turn else "",
        chosen_line=_chosen(rows),
        sight=sight_line(own, reading) if own else SightLine(),
    )


def _note(before: int | None, step: int) -> str:
    if before is None:
        return ""
    if step == before:
        return _("You are here now")
    return direction_word(Direction.between(before, step))


def _chosen(rows: Rows) -> str:
    if rows.turn is None:
        return ""
    return f"{step_label(rows.turn.step)}. {direction_word(rows.turn.direction)}."


def day_next(db: Session, actor: Person, meeting: Meeting, rows: Rows) -> DayNext:
    """One statement, for the circle's rhythm."""
    weeks = (
        db.scalar(select(Rhythm.weeks).where(Rhythm.circle_id == meeting.circle_id))
        or calendar.USUAL_WEEKS
    )
    starts, ends = local(meeting.starts_at), local(meeting.ends_at)
    held = rows.held
    coming = held.next_meeting if held and held.has_next else None
    last = held.next_meeting_id if held else None
    day = _weekday(max(starts.date() + timedelta(weeks=weeks), today()))
    rhythm = _("You meet every {n} weeks. The day below fits that.").format(n=weeks)
    return DayNext(
        form_key=str(uuid5(actor.id, f"after {meeting.id} {last}")),
        day=day.isoformat(),
        earliest=today().isoformat(),
        start=starts.strftime("%H:%M"),
        end=ends.strftime("%H:%M"),
        rhythm_line=f"{rhythm} {day_note(day)}".strip(),
        people_line=_("Called again: {names}.").format(
            names=names([place.person.first_name for place in there(meeting)])
        ),
        agreed_line=when(coming.starts_at, coming.ends_at) if coming else "",
        parting=_parting(actor, meeting, rows.parting),
    )


def _parting(actor: Person, meeting: Meeting, present: Parting | None) -> PartingView:
    """Everybody who sees the meeting reads it there, and in the summary."""
    own = actor.membership_in(meeting.circle_id)
    sight = sight_line(own, places_there(meeting)) if own else SightLine()
    if present is None:
        return PartingView(sight=sight)
    by_line = wrote_it_down(present.by, present.at)
    return PartingView(str(present.id), present.reason, by_line, sight)


def _weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
