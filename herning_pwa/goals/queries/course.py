"""What the reader may do about where a goal is going."""

from __future__ import annotations

from dataclasses import dataclass, field

from herning_pwa.goals.models import Achievement, Goal, Lifecycle
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.words import achievement_word
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class Course:
    """What the reader may do about where the goal is."""

    can_begin: bool = False
    can_pause: bool = False
    can_resume: bool = False
    can_finish: bool = False
    can_focus: bool = False
    can_unfocus: bool = False
    can_set_achievement: bool = False
    achievements: list[Option] = field(default_factory=list)


def course_of(actor: Person, goal: Goal) -> Course:
    if not may_steer(actor, goal) or not goal.is_in_force:
        return Course()
    is_active = goal.lifecycle is Lifecycle.ACTIVE
    return Course(
        can_begin=goal.lifecycle is Lifecycle.ACCEPTED,
        can_pause=goal.can_be_in_focus,
        can_resume=goal.lifecycle is Lifecycle.ON_HOLD,
        can_finish=True,
        can_focus=goal.can_be_in_focus and not goal.in_focus,
        can_unfocus=goal.in_focus,
        can_set_achievement=is_active,
        achievements=[
            Option(kind.value, achievement_word(kind), is_chosen=kind is goal.achievement)
            for kind in Achievement
        ],
    )
