"""What the reader has promised to do, and not yet done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from herning_pwa import routes
from herning_pwa.goals.models import Goal, Step
from herning_pwa.goals.words import due_label
from herning_pwa.i18n import today
from herning_pwa.people.models import Person

STEPS_SHOWN = 10


@dataclass(frozen=True)
class StepLine:
    """One step of mine."""

    step_id: str = ""
    title: str = ""
    when: str = ""
    goal: str = ""
    href: str = ""


def steps_of(actor: Person, goals: Sequence[Goal]) -> list[StepLine]:
    """The actor's own steps that are not done, nearest first."""
    mine = [
        (step, goal)
        for goal in goals
        for step in goal.living_steps
        if step.person_id == actor.id and not step.is_done
    ]
    mine.sort(key=lambda found: (found[0].due_on, found[0].id))
    return [_line(step, goal) for step, goal in mine[:STEPS_SHOWN]]


def _line(step: Step, goal: Goal) -> StepLine:
    return StepLine(
        step_id=str(step.id),
        title=step.title,
        when=due_label(step.due_on, is_late=step.due_on < today()),
        goal=goal.shown_wording.title,
        href=routes.goal(goal.id),
    )
