"""What there is to say about each goal at a meeting: what moved, what differs, what waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum

from sqlalchemy import func
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import due_label
from herning_pwa.i18n import _, local, today
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Kind, Meeting, Status
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.heard import Heard, latest, movement_since, spread_among
from herning_pwa.progress.queries.speakers import Speaker

TAKE_UP_GOALS = frozenset({Kind.NETWORK, Kind.FOLLOW_UP, Kind.STATUS})
WITHOUT_AN_EARLIER = timedelta(weeks=6)  # Herning's own rhythm
STEPS_NAMED = 3


class Rank(IntEnum):
    """The agenda's own order: strengths first, goals without news last."""

    STRENGTH = 0
    POINT = 1  # what people have added
    PROPOSAL = 2
    DIFFERENCE = 3
    LATE = 4
    NOTHING_NEW = 5


@dataclass(frozen=True)
class News:
    """One thing about one goal: ``Siden sidst`` · ``Du fra 3 til 6``."""

    label: str = ""
    text: str = ""
    tone: str = ""  # agreed for a strength, wait for what waits; the label says it too


@dataclass(frozen=True)
class GoalNews:
    """All there is about one goal."""

    goal: Goal
    rank: Rank = Rank.NOTHING_NEW
    lines: list[News] = field(default_factory=list)
    voices: list[Speaker] = field(default_factory=list)


def goal_news(
    db: Session,
    actor: Person,
    meeting: Meeting,
    goals: Sequence[Goal],
    *,
    says_you: bool,
) -> list[GoalNews]:
    """For each goal, as this person may hear it. Two statements.

    Nothing when another meeting takes the goals up before this one. The goals come with
    wordings and steps.
    """
    since = last_time(db, actor, meeting)
    if not goals or since > clock.now():
        return []
    heard = Heard(db, actor, goals, meeting.circle.authors, says_you=says_you)
    company = Company(meeting.circle, actor.id, says_you=says_you)
    return [_about(goal, heard.on(goal), company, since) for goal in goals]


def last_time(db: Session, actor: Person, meeting: Meeting) -> datetime:
    """When the goals were last taken up, as far as the person knows; else six weeks before."""
    earlier = policy.visible_to(actor).where(
        Meeting.circle_id == meeting.circle_id,
        Meeting.kind.in_(TAKE_UP_GOALS),
        Meeting.status == Status.PLANNED,
        Meeting.starts_at < meeting.starts_at,
    )
    found = db.scalar(earlier.with_only_columns(func.max(Meeting.starts_at)))
    return found or meeting.starts_at - WITHOUT_AN_EARLIER


def _about(goal: Goal, voices: list[Speaker], company: Company, since: datetime) -> GoalNews:
    movement = movement_since(voices, local(since).date())
    moved = [News(_("Since last time"), movement.line, "agreed")] if movement.line else []
    done, spread = _steps_done(goal, company, since), _spread(voices)
    waiting, late = _proposal(goal, company), _late_steps(goal, company)
    ranks = {
        Rank.STRENGTH: movement.is_upwards or done,
        Rank.PROPOSAL: waiting,
        Rank.DIFFERENCE: spread or moved,
        Rank.LATE: late,
    }
    rank = next((rank for rank, found in ranks.items() if found), Rank.NOTHING_NEW)
    return GoalNews(goal, rank, [*moved, *done, *spread, *waiting, *late], voices)


def _spread(voices: list[Speaker]) -> list[News]:
    """Who sees it most differently, in their own numbers. Nobody is right, so nobody is blamed."""
    pair = spread_among(voices)
    if pair is None:
        return []
    said = " · ".join(f"{one.name} {latest(one)}" for one in sorted(pair, key=_reader_first))
    return [News(_("You see it differently"), said, "wait")]


def _reader_first(one: Speaker) -> bool:
    return not one.is_reader


def _proposal(goal: Goal, company: Company) -> list[News]:
    wording = goal.open_wording
    if wording is None:
        return []
    by = capitalised(_("{name} suggested it").format(name=company.name(wording.proposed_by_id)))
    title = f"“{wording.title}” · " if goal.lifecycle is not Lifecycle.PROPOSED else ""
    return [News(_("Waits for answers"), f"{title}{by}", "wait")]


def _steps_done(goal: Goal, company: Company, since: datetime) -> list[News]:
    done = [step for step in goal.living_steps if step.done_at and step.done_at > since]
    return [
        News(_("Done"), f"{step.title} · {company.name(step.done_by_id)}", "agreed")
        for step in done[-STEPS_NAMED:]
    ]


def _late_steps(goal: Goal, company: Company) -> list[News]:
    """A step whose day has passed: something to talk about, not somebody to blame."""
    late = [s for s in goal.living_steps if not s.is_done and s.due_on < today()]
    return [
        News(
            _("A step to talk about"),
            f"{step.title} · {company.name(step.person_id)} · "
            + due_label(step.due_on, is_late=True),
        )
        for step in (late if goal.is_in_force else [])[:STEPS_NAMED]
    ]
