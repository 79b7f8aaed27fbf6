"""What a meeting has decided, as one person may read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.goals.models import DecidedStep, Goal, GoalOutcome, Step
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import due_label, outcome_word, suggested
from herning_pwa.i18n import _, today
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.ladder.policy import reads_ladder
from herning_pwa.ladder.words import direction_word, step_label
from herning_pwa.meetings.models import HeldMeeting, Meeting, Parting
from herning_pwa.meetings.policy import all_see
from herning_pwa.meetings.policy.holding import there, who_does_not_see
from herning_pwa.meetings.words import when
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Rows:
    """What a meeting has left. ``outcomes`` and ``steps`` are of all its goals: whoever shows them
    asks which goals the reader sees. ``turn`` is there for those who read the ladder, ``coming``
    for those who see that meeting, ``coming_for_all`` when everybody at this one does."""

    held: HeldMeeting | None = None
    turn: LadderTurn | None = None
    coming: Meeting | None = None
    coming_for_all: Meeting | None = None
    outcomes: dict[UUID, GoalOutcome] = field(default_factory=dict)
    steps: Sequence[Step] = ()  # agreed here and not taken back since
    parting: Parting | None = None

    @property
    def is_next_settled(self) -> bool:
        """Whether there is a next date, or a reason why there is none."""
        return self.parting is not None or bool(self.held and self.held.has_next)


@dataclass(frozen=True)
class DecidedLine:
    """``Emil møder til tiden`` · ``Fortsætter`` · in somebody's own words. ``suggestion`` are the
    new words, where some were suggested."""

    heading: str = ""
    decision: str = ""
    suggestion: str = ""
    words: str = ""


@dataclass(frozen=True)
class Decided:
    """All that was decided, worded."""

    goals: list[DecidedLine] = field(default_factory=list)
    steps: list[DecidedLine] = field(default_factory=list)
    ladder: DecidedLine = field(default_factory=DecidedLine)
    parting: DecidedLine = field(default_factory=DecidedLine)
    next_line: str = ""
    next_href: str = ""
    is_empty: bool = True


def rows_of(db: Session, actor: Person, meeting: Meeting) -> Rows:
    """Of a meeting the actor sees, with the people at it. Two statements, however much it was."""
    place = actor.membership_in(meeting.circle_id)
    found = db.execute(_held(meeting, [place] if place else [])).all()
    if place is None or not found:
        return Rows()
    held, _outcome, turn, parting, reader_sees, all_see = found[0]
    coming = held.next_meeting if held.has_next else None
    return Rows(
        held=held,
        turn=turn if reads_ladder(place) else None,
        coming=coming if reader_sees else None,
        coming_for_all=coming if all_see else None,
        outcomes={row[1].goal_id: row[1] for row in found if row[1]},
        steps=db.scalars(_steps_agreed_at(meeting)).all(),
        parting=parting,
    )


def _held(
    meeting: Meeting, reader: Collection[Membership]
) -> Select[HeldMeeting, GoalOutcome | None, LadderTurn | None, Parting | None, bool, bool]:
    """One row for each outcome. Whether the reader, and whether everybody at the meeting, sees
    the next one: somebody may have been asked after it was agreed, and to this one alone."""
    coming = HeldMeeting.next_meeting_id
    return (
        select(
            HeldMeeting,
            GoalOutcome,
            LadderTurn,
            Parting,
            all_see(reader, coming),
            all_see(there(meeting), coming),
        )
        .outerjoin(HeldMeeting.outcomes)
        .outerjoin(HeldMeeting.turn)
        .outerjoin(HeldMeeting.parting)
        .where(HeldMeeting.meeting_id == meeting.id)
        .options(
            joinedload(HeldMeeting.next_meeting), joinedload(GoalOutcome.by), joinedload(Parting.by)
        )
        .order_by(GoalOutcome.id)
    )


def _steps_agreed_at(meeting: Meeting) -> Select[Step]:
    return (
        select(Step)
        .join(DecidedStep, DecidedStep.step_id == Step.id)
        .where(DecidedStep.meeting_id == meeting.id, Step.withdrawn_at.is_(None))
        .order_by(DecidedStep.id)
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
    parting, coming = _parting(rows.parting, company), rows.coming
    return Decided(
        goals=lines,
        steps=steps,
        ladder=turn,
        parting=parting,
        next_line=when(coming.starts_at, coming.ends_at) if coming else "",
        next_href=routes.meeting(coming.id) if coming else "",
        is_empty=not (lines or steps or turn.heading or parting.heading or coming),
    )


def for_all(meeting: Meeting, goals: dict[UUID, Goal], rows: Rows) -> Decided:
    """What was decided, less what somebody at the meeting may not see."""
    people = there(meeting)
    open_to_all = [g for g in goals.values() if not who_does_not_see(g, people)]
    ladder = all(reads_ladder(place) for place in people)
    told = replace(rows, coming=rows.coming_for_all)
    return decided(told, open_to_all, Company(meeting.circle), ladder=ladder)


def paragraphs(told: Decided) -> list[str]:
    """The same as the beginning of a summary, one paragraph each."""
    return [
        *(_sentence(line) for line in told.goals),
        *(_sentence(line) for line in told.steps),
        *([_sentence(told.ladder)] if told.ladder.heading else []),
        *([_sentence(told.parting)] if told.parting.heading else []),
        *([_("We meet again {when}.").format(when=told.next_line)] if told.next_line else []),
    ]


def _sentence(line: DecidedLine) -> str:
    suggestion = f"{line.suggestion}." if line.suggestion else ""
    heading = f"{line.heading}: {line.decision}." if line.decision else f"{line.heading}."
    said = (heading, suggestion, line.words)
    return " ".join(part for part in said if part)


def _goal(goal: Goal, outcome: GoalOutcome, company: Company) -> DecidedLine:
    """What was suggested is read with the goal by all who see it."""
    return DecidedLine(
        goal.shown_wording.title,
        outcome_word(outcome.kind),
        suggested(outcome.title),
        company.words_of(outcome.by_id, outcome.words),
    )


def _step(step: Step, company: Company) -> DecidedLine:
    due = due_label(step.due_on, is_late=step.due_on < today())
    return DecidedLine(step.title, f"{company.name(step.person_id)} · {due}")


def _turn(turn: LadderTurn) -> DecidedLine:
    return DecidedLine(step_label(turn.step), direction_word(turn.direction), words=turn.reason)


def _parting(parting: Parting | None, company: Company) -> DecidedLine:
    if parting is None:
        return DecidedLine()
    words = company.words_of(parting.by_id, parting.reason)
    return DecidedLine(_("We agree on no next meeting"), words=words)
