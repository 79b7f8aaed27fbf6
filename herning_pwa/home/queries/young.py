"""Today for a young person: few things, and the way to one's own social worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from herning_pwa import routes
from herning_pwa.circles.models import Membership, Role
from herning_pwa.goals.models import Goal, Whose
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress.policy import may_keep
from herning_pwa.progress.queries.write import TO_ADVISER


@dataclass(frozen=True)
class Alone:
    """Writing to one person alone. An empty ``href``: there is nobody to write to."""

    label: str = ""
    note: str = ""
    href: str = ""


def is_young(place: Membership) -> bool:
    return place.role is Role.YOUNG_PERSON


def own_goals(actor: Person, goals: Sequence[Goal]) -> list[Goal]:
    """The goals that are about the actor: their own, and the whole family's."""
    return [goal for goal in goals if _is_about(actor.id, goal)]


def _is_about(person_id: UUID, goal: Goal) -> bool:
    return goal.whose is Whose.FAMILY or any(
        child.person_id == person_id for child in goal.concerned_children
    )


def alone(actor: Person, goals: Sequence[Goal]) -> Alone:
    """``Skriv til Sanne``. Words are about a goal, so without one there is no way yet."""
    open_goals = [goal for goal in goals if goal.is_in_force and may_keep(actor, goal)]
    place = open_goals[0].circle.responsible if open_goals else None
    if place is None:
        return Alone()
    name = place.person.first_name
    return Alone(
        label=_("Write to {name}").format(name=name),
        note=_("Only {name} can see it.").format(name=name),
        href=f"{routes.WRITE}?til={TO_ADVISER}",
    )
