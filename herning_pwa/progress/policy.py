"""Who may record progress, and who may see it. Product rules, section 2."""

from __future__ import annotations

from sqlalchemy import Select, select

from herning_pwa.circles.models import Role
from herning_pwa.goals import policy as goals
from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry

RECORDERS = {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.NETWORK_MEMBER, Role.PROFESSIONAL}


def may_record(actor: Person, goal: Goal) -> bool:
    """Whether the actor may say how this goal, which they see, is going."""
    place = actor.membership_in(goal.circle_id)
    return goal.is_in_force and place is not None and place.role in RECORDERS


def may_correct(actor: Person, entry: ProgressEntry) -> bool:
    return entry.person_id == actor.id and entry.stands and may_record(actor, entry.goal)


def may_withdraw(actor: Person, entry: ProgressEntry) -> bool:
    """Own words can be taken back for as long as the goal is seen, also when it has ended."""
    return entry.person_id == actor.id and entry.stands


def visible_to(actor: Person) -> Select[ProgressEntry]:
    """Entries on the goals the actor sees."""
    seen = goals.visible_to(actor).with_only_columns(Goal.id)
    return select(ProgressEntry).where(ProgressEntry.goal_id.in_(seen))
