"""One goal at the table: what each says, what is agreed, and what can be decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.followup.words.outcomes import outcome_choice, outcome_hint, wrote_it_down
from herning_pwa.goals.models import Goal, GoalOutcome, OutcomeKind
from herning_pwa.goals.policy import may_add_step, may_steer, sees_goal
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.seeing import sight_of
from herning_pwa.goals.queries.steps import StepView, step_owners, steps_of
from herning_pwa.goals.words import outcome_word, suggested
from herning_pwa.i18n import _
from herning_pwa.meetings.queries.decided import Rows
from herning_pwa.meetings.queries.news import GoalNews
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.voices import Voice, voice_of
from herning_pwa.ui.values import Option, SightLine


@dataclass(frozen=True)
class OutcomeView:
    """What is decided so far. ``seen`` goes back with the form."""

    seen: str = ""
    word: str = ""
    suggestion: str = ""
    words: str = ""
    by_line: str = ""


@dataclass(frozen=True)
class DayGoal:
    """Nothing of it is there while the goal is covered."""

    goal_id: str = ""
    wording_id: str = ""
    title: str = ""
    voices: list[Voice] = field(default_factory=list)
    steps: list[StepView] = field(default_factory=list)
    outcome: OutcomeView = field(default_factory=OutcomeView)
    closed_line: str = ""  # why nothing can be decided
    choices: list[Option] = field(default_factory=list)
    new_title: str = ""  # what the field for new words begins with
    can_add_step: bool = False
    step_owners: list[Option] = field(default_factory=list)
    sight: SightLine = field(default_factory=SightLine)
    sight_going_on: SightLine = field(default_factory=SightLine)  # when fewer read those words


def day_goal(
    actor: Person, news: GoalNews, rows: Rows, company: Company, there: Collection[Membership]
) -> DayGoal:
    """``there`` are those who see the meeting."""
    goal, present = news.goal, rows.outcomes.get(news.goal.id)
    can_decide = may_steer(actor, goal) and _can_be_decided(goal, present)
    return replace(
        goal_steps(actor, goal, company),
        wording_id=str(goal.shown_wording.id),
        title=goal.shown_wording.title,
        voices=[voice_of(one) for one in news.voices],
        outcome=_outcome(present),
        closed_line="" if can_decide or present else _why_not(goal),
        choices=_choices(goal, present) if can_decide else [],
        new_title=(present.title if present else "") or goal.shown_wording.title,
        sight_going_on=_sight_going_on(actor, goal, there) if can_decide else SightLine(),
    )


def goal_steps(actor: Person, goal: Goal, company: Company) -> DayGoal:
    """What is agreed about the goal, and what a new step needs."""
    may_add = may_add_step(actor, goal)
    return DayGoal(
        goal_id=str(goal.id),
        steps=[step for step in steps_of(actor, goal, company) if not step.is_done],
        can_add_step=may_add,
        step_owners=step_owners(actor, goal, company) if may_add else [],
        sight=sight_of(actor, goal).line,
    )


def _sight_going_on(actor: Person, goal: Goal, there: Collection[Membership]) -> SightLine:
    """Words to a goal that goes on stay with the decision: for those who see goal and meeting.

    Every other decision's words go to the goal, and are read by all who see it (decision 19).
    """
    own = actor.membership_in(goal.circle_id)
    seeing = [place for place in goal.circle.active_memberships if sees_goal(place, goal)]
    both = [place for place in seeing if place in there]
    if own is None or len(both) == len(seeing):
        return SightLine()
    return sight_line(
        own, both, met=there, sentence=_("If the goal goes on, only {names} can read your words.")
    )


def _outcome(present: GoalOutcome | None) -> OutcomeView:
    if present is None:
        return OutcomeView()
    return OutcomeView(
        seen=str(present.id),
        word=outcome_word(present.kind),
        suggestion=suggested(present.title),
        words=present.words,
        by_line=wrote_it_down(present.by, present.at),
    )


def _can_be_decided(goal: Goal, present: GoalOutcome | None) -> bool:
    """An end that was decided here can be taken back while the meeting is held."""
    return goal.is_in_force or (present is not None and present.holds_the_goal)


def _choices(goal: Goal, present: GoalOutcome | None) -> list[Option]:
    """Other words cannot be suggested while some wait for answers, unless they are from here."""
    is_free = goal.open_wording is None or (present is not None and present.awaits_answers)
    return [
        Option(
            kind.value,
            outcome_choice(kind),
            outcome_hint(kind),
            is_chosen=present is not None and present.kind is kind,
        )
        for kind in OutcomeKind
        if is_free or kind is not OutcomeKind.ADJUST
    ]


def _why_not(goal: Goal) -> str:
    if goal.is_ended:
        return _("The goal has ended. There is nothing to decide about it.")
    return _("You have not agreed on the goal yet. Talk about the proposal, and answer it.")
