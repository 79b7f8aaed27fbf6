"""The list of goals: asking the reader, in focus, waiting for others, the rest, and over."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import case
from sqlalchemy.orm import Session, selectinload

from herning_pwa import routes
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.goals.models import ENDED, Goal, Lifecycle
from herning_pwa.goals.policy import may_answer, may_propose, visible_to
from herning_pwa.goals.queries.asking import asking
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.load import (
    PAGE_LIMIT,
    with_children,
    with_circle,
    with_wordings,
)
from herning_pwa.goals.queries.standing import standing
from herning_pwa.goals.words import lifecycle_tone, lifecycle_word, whose_label
from herning_pwa.i18n import ngettext
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class GoalCard:
    """One goal in the list. ``asks`` is set when the reader is asked for an answer."""

    goal_id: str = ""
    href: str = ""
    title: str = ""
    status: str = ""
    status_label: str = ""
    status_tone: str = ""
    whose_label: str = ""
    standing: str = ""
    steps_label: str = ""
    asks: str = ""


@dataclass(frozen=True)
class GoalList:
    """All the reader's goals in one circle, each in one group."""

    asking_me: list[GoalCard] = field(default_factory=list)
    in_focus: list[GoalCard] = field(default_factory=list)
    waiting: list[GoalCard] = field(default_factory=list)
    others: list[GoalCard] = field(default_factory=list)
    ended: list[GoalCard] = field(default_factory=list)
    can_propose: bool = False
    draft_title: str = ""
    has_draft: bool = False
    is_empty: bool = False


def goal_list(db: Session, actor: Person, *, circle_id: object) -> GoalList:
    """The circle's goals as this person sees them. Five statements."""
    if circle_id is None:
        return GoalList(is_empty=True)
    wanted = as_id(circle_id)
    if actor.membership_in(wanted) is None:
        raise NotFound
    goals = _goals(db, actor, wanted)
    drafts = [goal for goal in goals if goal.is_draft]
    sent = [goal for goal in goals if not goal.is_draft]
    asked = [goal for goal in sent if may_answer(actor, goal)]
    quiet = [goal for goal in sent if goal not in asked]
    return GoalList(
        asking_me=[_card(actor, g) for g in asked],
        in_focus=[_card(actor, g) for g in quiet if g.in_focus],
        waiting=[_card(actor, g) for g in quiet if g.lifecycle is Lifecycle.PROPOSED],
        others=[_card(actor, g) for g in quiet if g.is_in_force and not g.in_focus],
        ended=[_card(actor, g) for g in quiet if g.is_ended],
        can_propose=may_propose(actor, wanted),
        draft_title=drafts[0].latest_wording.title if drafts else "",
        has_draft=bool(drafts),
        is_empty=not sent,
    )


def _goals(db: Session, actor: Person, circle_id: object) -> list[Goal]:
    """Living goals before ended ones, the newest first, so that a limit cuts the oldest ended."""
    over = case((Goal.lifecycle.in_(ENDED), 1), else_=0)
    found = (
        visible_to(actor)
        .where(Goal.circle_id == circle_id)
        .options(with_circle(), with_children(), with_wordings(), selectinload(Goal.steps))
        .order_by(over, Goal.id.desc())
        .limit(PAGE_LIMIT)
    )
    return list(db.scalars(found).unique())


def _card(actor: Person, goal: Goal) -> GoalCard:
    company = Company(goal.circle, actor.id)
    by_name = Company(goal.circle, actor.id, says_you=False)
    return GoalCard(
        goal_id=str(goal.id),
        href=routes.goal(goal.id),
        title=goal.shown_wording.title,
        status=goal.lifecycle.value,
        status_label=lifecycle_word(goal.lifecycle),
        status_tone=lifecycle_tone(goal.lifecycle),
        whose_label=whose_label(goal, by_name.name(goal.parent_id)),
        standing=standing(goal, company) if not goal.is_ended else "",
        steps_label=_steps_label(goal),
        asks=_asks(actor, goal),
    )


def _asks(actor: Person, goal: Goal) -> str:
    if not may_answer(actor, goal):
        return ""
    return asking(actor, goal, goal.open_wording or goal.shown_wording)


def _steps_label(goal: Goal) -> str:
    steps = goal.living_steps
    done = sum(step.is_done for step in steps)
    if not steps or not goal.is_in_force:
        return ""
    return ngettext(
        "{done} of {n} step is done", "{done} of {n} steps are done", len(steps)
    ).format(done=done)
