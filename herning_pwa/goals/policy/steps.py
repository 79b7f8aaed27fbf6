"""Who may do what with a goal's steps."""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.goals.models import Goal, Lifecycle, Step
from herning_pwa.goals.policy.acts import PROPOSE, decides, is_author, place_of
from herning_pwa.goals.policy.sight import sees_goal
from herning_pwa.people.models import Person

NAME_STEP_OWNERS = PROPOSE - {Role.NETWORK_MEMBER}


def may_add_step(actor: Person, goal: Goal) -> bool:
    place = place_of(actor, goal)
    if place is None or place.role not in PROPOSE or goal.is_ended:
        return False
    return not goal.is_draft or is_author(actor, goal)


def may_name_step_owner(actor: Person, goal: Goal) -> bool:
    """Network members promise for themselves alone."""
    place = place_of(actor, goal)
    return place is not None and (
        place.role in NAME_STEP_OWNERS or (goal.is_draft and is_author(actor, goal))
    )


def may_own_step(place: Membership, goal: Goal) -> bool:
    """A step goes to somebody who takes part and sees the goal. Before sending, sight is not
    settled yet: proposing asks again."""
    return place.role in PROPOSE and (goal.is_draft or sees_goal(place, goal))


def _step_lives(step: Step) -> bool:
    goal = step.goal
    return not step.is_withdrawn and not goal.is_ended and goal.lifecycle is not Lifecycle.DRAFT


def may_tick_step(actor: Person, step: Step) -> bool:
    return _step_lives(step) and (step.person_id == actor.id or decides(actor, step.goal))


def may_take_step(actor: Person, step: Step) -> bool:
    return (
        _step_lives(step)
        and not step.is_done
        and step.person_id != actor.id
        and may_add_step(actor, step.goal)
    )


def may_withdraw_step(actor: Person, step: Step) -> bool:
    """Who has it, who added it, and those who decide. In a draft, its author."""
    goal = step.goal
    if step.is_withdrawn or step.is_done or goal.is_ended:
        return False
    return actor.id in {step.person_id, step.added_by_id} or decides(actor, goal)
