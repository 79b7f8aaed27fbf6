"""Who reads what is about to be written, by name."""

from __future__ import annotations

from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import sees_goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.models import KeptFor
from herning_pwa.ui.values import Option, SightLine


def sight_of(actor: Person, goal: Goal) -> SightLine:
    """Everybody who sees the goal sees what is written on it."""
    own = actor.membership_in(goal.circle_id)
    if own is None:
        return SightLine()
    return sight_line(own, [m for m in goal.circle.active_memberships if sees_goal(m, goal)])


def only(goal: Goal) -> str:
    """Whom a kept entry is for, today: ``Kun Sanne``."""
    place = goal.circle.responsible
    if place is None:
        return _("Only your social worker")
    return _("Only {name}").format(name=place.person.first_name)


def only_for(name: str) -> str:
    """The promise, with the name of whoever has the responsibility today."""
    return _(
        "Only {name} can see it. If you get another social worker, that person can see it too."
    ).format(name=name)


def choices_of(actor: Person, goal: Goal) -> list[Option]:
    """The readers a young person chooses between; none for others. Neither is chosen beforehand."""
    place = goal.circle.responsible
    if place is None or not policy.may_keep(actor, goal):
        return []
    promise = only_for(place.person.first_name)
    return [
        Option(KeptFor.ALL, _("Everybody who sees the goal"), note=sight_of(actor, goal).line),
        Option(KeptFor.RESPONSIBLE, only(goal), note=promise),
    ]
