"""What a meeting has decided, as one person may read it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.goals.models import DecidedStep, Goal, GoalOutcome, Step
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import due_label, outcome_word
from herning_pwa.i18n import _, today
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.ladder.policy import reads_ladder
from herning_pwa.ladder.words import direction_word, step_label
from herning_pwa.meetings.models import HeldMeeting, Meeting
from herning_pwa.meetings.policy import sees_meeting
from herning_pwa.meetings.policy.holding import there, who_does_not_see
from herning_pwa.meetings.words import when
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Rows:
    """What a meeting has left. ``outcomes`` are of all its goals: whoever shows them asks which
    goals the reader sees. ``turn`` is there for those who read the ladder, ``coming`` for those
    who are asked to that meeting."""

    held: HeldMeeting | None = None
    turn: LadderTurn | None = None
    coming: Meeting | None = None
    outcomes: dict[UUID, GoalOutcome] = field(default_factory=dict)

    @property
    def steps(self) -> list[Step]:
        """Those agreed here and not taken back since."""
        agreed = self.held.steps if self.held else []
        return [one.step for one in agreed if not one.step.is_withdrawn]


@dataclass(frozen=True)
class DecidedLine:
    """``Emil møder til tiden`` · ``Fortsætter`` · in somebody's own words."""

    heading: str = ""
    decision: str = ""
    words: str = ""


@dataclass(frozen=True)
class Decided:
    """All that was decided, worded."""

    goals: list[DecidedLine] = field(default_factory=list)
    steps: list[DecidedLine] = field(default_factory=list)
    ladder: DecidedLine = field(default_factory=DecidedLine)
    next_line: str = ""
    next_href: str = ""
    is_empty: bool = True


def rows_of(db: Session, actor: Person, meeting: Meeting) -> Rows:
    """Of a meeting the actor sees. One statement, and one more when the next is agreed."""
    found = db.scalars(
        select(HeldMeeting)
        .where(HeldMeeting.meeting_id == meeting.id)
        .options(
            joinedload(HeldMeeting.next_meeting).selectinload(Meeting.attendances),
            joinedload(HeldMeeting.outcomes).joinedload(GoalOutcome.by),
            joinedload(HeldMeeting.steps).joinedload(DecidedStep.step),
            joinedload(HeldMeeting.turn).joinedload(LadderTurn.by),
        )
        .execution_options(populate_existing=True)
    )
    held, place = found.unique().one_or_none(), actor.membership_in(meeting.circle_id)
    if held is None or place is None:
        return Rows()
    return Rows(
        held=held,
        turn=held.turn if reads_ladder(place) else None,
        coming=_coming(held, [place]),
        outcomes={outcome.goal_id: outcome for outcome in held.outcomes},
    )


def decided(
    rows: Rows, goals: Collection[Goal], company: Company, *, ladder: bool = True
) -> Decided:
    """``goals`` are those that may be told of, ``ladder`` whether its turn may."""
    outcomes = [(goal, rows.outcomes[goal.id]) for goal in goals if goal.id in rows.outcomes]
    told = {goal.id for goal in goals}
    lines = [_goal(goal, outcome, company) for goal, outcome in outcomes]
    steps = [_step(step, company) for step in rows.steps if step.goal_id in told]
    turn = _turn(rows.turn) if rows.turn and ladder else DecidedLine()
    coming = rows.coming
    return Decided(
        goals=lines,
        steps=steps,
        ladder=turn,
        next_line=when(coming.starts_at, coming.ends_at) if coming else "",
        next_href=routes.meeting(coming.id) if coming else "",
        is_empty=not (lines or steps or turn.heading or coming),
    )


def for_all(meeting: Meeting, goals: dict[UUID, Goal], rows: Rows) -> Decided:
    """What was decided, less what somebody at the meeting may not see."""
    people = there(meeting)
    open_to_all = [g for g in goals.values() if not who_does_not_see(g, people)]
    ladder = all(reads_ladder(place) for place in people)
    told = replace(rows, coming=_coming(rows.held, people))
    return decided(told, open_to_all, Company(meeting.circle), ladder=ladder)


def _coming(held: HeldMeeting | None, places: Collection[Membership]) -> Meeting | None:
    """The next meeting, when all of these see it: somebody may have been asked after it was
    agreed, and to this one alone."""
    coming = held.next_meeting if held and held.has_next else None
    if coming is None:
        return None
    invited = {attendance.person_id for attendance in coming.attendances}
    return coming if all(sees_meeting(place, invited) for place in places) else None


def paragraphs(told: Decided) -> list[str]:
    """The same as the beginning of a summary, one paragraph each."""
    return [
        *(_sentence(line) for line in told.goals),
        *(_sentence(line) for line in told.steps),
        *([_sentence(told.ladder)] if told.ladder.heading else []),
        *([_("We meet again {when}.").format(when=told.next_line)] if told.next_line else []),
    ]


def _sentence(line: DecidedLine) -> str:
    said = f"{line.heading}: {line.decision}."
    return f"{said} {line.words}" if line.words else said


def _goal(goal: Goal, outcome: GoalOutcome, company: Company) -> DecidedLine:
    words = company.words_of(outcome.by_id, outcome.words)
    return DecidedLine(goal.shown_wording.title, outcome_word(outcome.kind), words)


def _step(step: Step, company: Company) -> DecidedLine:
    due = due_label(step.due_on, is_late=step.due_on < today())
    return DecidedLine(step.title, f"{company.name(step.person_id)} · {due}")


def _turn(turn: LadderTurn) -> DecidedLine:
    return DecidedLine(step_label(turn.step), direction_word(turn.direction), turn.reason)
