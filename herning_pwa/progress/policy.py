"""Who may record progress, and who may see it. Product rules, section 2."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import aliased

from herning_pwa.circles.models import Membership, Role
from herning_pwa.goals import policy as goals
from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person
from herning_pwa.progress.models import KeptFor, ProgressEntry

RECORDERS = {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.NETWORK_MEMBER, Role.PROFESSIONAL}


def may_record(actor: Person, goal: Goal) -> bool:
    """Whether the actor may say how this goal, which they see, is going."""
    place = actor.membership_in(goal.circle_id)
    return goal.is_in_force and place is not None and place.role in RECORDERS


def may_keep(actor: Person, goal: Goal) -> bool:
    """A young person may say something to the responsible professional alone, when there is one."""
    place = actor.membership_in(goal.circle_id)
    return (
        place is not None
        and place.role is Role.YOUNG_PERSON
        and goal.circle.responsible is not None
    )


def may_correct(actor: Person, entry: ProgressEntry) -> bool:
    return entry.person_id == actor.id and entry.stands and may_record(actor, entry.goal)


def may_withdraw(actor: Person, entry: ProgressEntry) -> bool:
    """Own words can be taken back for as long as the goal is seen, also when it has ended."""
    return entry.person_id == actor.id and entry.stands


def visible_to(actor: Person) -> Select[ProgressEntry]:
    """Entries on the goals the actor sees, less those kept for others' eyes.

    Every query over entries starts here or carries ``is_for``.
    """
    seen = goals.visible_to(actor).with_only_columns(Goal.id)
    return select(ProgressEntry).where(ProgressEntry.goal_id.in_(seen), is_for(actor))


def is_for(actor: Person) -> ColumnElement[bool]:
    """A kept entry is for its writer and for whoever has the responsibility *now*."""
    goal, own = aliased(Goal), aliased(Membership)
    answers_for = (
        select(goal.id)
        .join(own, own.circle_id == goal.circle_id)
        .where(own.person_id == actor.id, own.is_active, own.is_responsible)
    )
    return or_(
        ProgressEntry.kept_for == KeptFor.ALL,
        ProgressEntry.person_id == actor.id,
        ProgressEntry.goal_id.in_(answers_for),
    )
