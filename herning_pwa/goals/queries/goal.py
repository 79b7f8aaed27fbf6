"""Everything the page of one goal shows to one person."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Circle
from herning_pwa.circles.queries.load import with_people
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.policy import may_add_step, visible_to
from herning_pwa.goals.queries.asking import Asked, asked_of
from herning_pwa.goals.queries.children import ChildSays, children_say
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.course import Course, course_of
from herning_pwa.goals.queries.load import with_wordings
from herning_pwa.goals.queries.seeing import Sight, sight_of
from herning_pwa.goals.queries.standing import Disagreement, disagreements, standing
from herning_pwa.goals.queries.steps import StepView, step_owners, steps_of
from herning_pwa.goals.queries.story import Happening, story
from herning_pwa.goals.queries.wordings import WordingView, wording_view
from herning_pwa.goals.words import (
    achievement_word,
    area_word,
    ending_sentence,
    lifecycle_tone,
    lifecycle_word,
    whose_label,
)
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.voices import Voices, voices_of
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class GoalView:
    """One goal, worded for one reader."""

    goal_id: str = ""
    title: str = ""
    status: str = ""
    status_label: str = ""
    status_tone: str = ""
    belongs_label: str = ""
    area_label: str = ""
    achievement_label: str = ""
    in_focus: bool = False
    is_in_force: bool = False
    standing: str = ""
    ending: str = ""
    disagreements: list[Disagreement] = field(default_factory=list)
    children: list[ChildSays] = field(default_factory=list)
    asked: Asked = field(default_factory=Asked)
    proposal: WordingView = field(default_factory=WordingView)
    current: WordingView = field(default_factory=WordingView)
    earlier: list[WordingView] = field(default_factory=list)
    steps: list[StepView] = field(default_factory=list)
    step_owners: list[Option] = field(default_factory=list)
    can_add_step: bool = False
    sight: Sight = field(default_factory=Sight)
    course: Course = field(default_factory=Course)
    story: list[Happening] = field(default_factory=list)
    voices: Voices = field(default_factory=Voices)


def goal_page(db: Session, actor: Person, *, goal_id: object) -> GoalView:
    """The goal for this reader; NotFound for a stranger. Seven statements, with the voices."""
    goal = _find(db, actor, goal_id)
    company = Company(goal.circle, actor.id)
    by_name = Company(goal.circle, actor.id, says_you=False)
    may_add = may_add_step(actor, goal)
    shown = {goal.open_wording, goal.current_wording} - {None} or {goal.latest_wording}
    return GoalView(
        goal_id=str(goal.id),
        title=goal.shown_wording.title,
        status=goal.lifecycle.value,
        status_label=lifecycle_word(goal.lifecycle),
        status_tone=lifecycle_tone(goal.lifecycle),
        belongs_label=whose_label(goal, by_name.name(goal.parent_id)),
        area_label=area_word(goal.area),
        achievement_label=_achievement(goal),
        in_focus=goal.in_focus,
        is_in_force=goal.is_in_force,
        standing=standing(goal, company),
        ending=ending_sentence(goal),
        disagreements=disagreements(goal, company),
        children=children_say(actor, goal, company),
        asked=asked_of(actor, goal),
        proposal=_proposal(goal, company),
        current=_current(goal, company),
        earlier=[wording_view(goal, w, company) for w in reversed(goal.wordings) if w not in shown],
        steps=steps_of(actor, goal, company),
        step_owners=step_owners(actor, goal, company) if may_add else [],
        can_add_step=may_add,
        sight=sight_of(actor, goal),
        course=course_of(actor, goal),
        story=story(goal, by_name),
        voices=voices_of(db, actor, goal) if goal.is_in_force or goal.is_ended else Voices(),
    )


def _find(db: Session, actor: Person, goal_id: object) -> Goal:
    """The sent goal, with all that its page shows: five statements."""
    found = visible_to(actor).where(Goal.id == as_id(goal_id), Goal.lifecycle != Lifecycle.DRAFT)
    return the_one(
        db,
        found.options(
            joinedload(Goal.circle).options(joinedload(Circle.children), with_people()),
            joinedload(Goal.shares),
            with_wordings(),
            selectinload(Goal.steps),
            selectinload(Goal.turns),
        ),
    )


def _achievement(goal: Goal) -> str:
    if goal.achievement is None or not goal.is_in_force:
        return ""
    return achievement_word(goal.achievement)


def _proposal(goal: Goal, company: Company) -> WordingView:
    wording = goal.open_wording
    return wording_view(goal, wording, company) if wording else WordingView()


def _current(goal: Goal, company: Company) -> WordingView:
    """The words in force; for a goal that never was agreed, the last ones proposed."""
    wording = goal.current_wording
    if wording is None and goal.open_wording is None:
        wording = goal.latest_wording
    return wording_view(goal, wording, company) if wording else WordingView()
