"""Which of the goals already at hand wait for this person, and which for somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from herning_pwa import routes
from herning_pwa.goals.models import Goal, Wording
from herning_pwa.goals.models.agreement import is_asked, still_to_answer
from herning_pwa.goals.policy import asked_children
from herning_pwa.goals.queries.asking import asking
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import due_label
from herning_pwa.home.queries.waiting import Waiting, elsewhere
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class UnderWay:
    """A proposal that waits for somebody else: for whom, and until when."""

    words: str = ""
    note: str = ""
    due: str = ""
    href: str = ""


def proposals(actor: Person, goals: Sequence[Goal], here: str) -> list[tuple[date, Waiting]]:
    """By promised date. ``here`` is the name of the circle the page shows."""
    found = [(goal, goal.open_wording or goal.current_wording) for goal in goals]
    return [
        _waiting(actor, goal, wording, here)
        for goal, wording in found
        if wording is not None and _waits_for(actor, goal, wording)
    ]


def under_way(actor: Person, goals: Sequence[Goal]) -> list[UnderWay]:
    """Open proposals that do not wait for the actor: it is the others' turn."""
    return [
        _under_way(actor, goal, goal.open_wording)
        for goal in goals
        if goal.open_wording and not _waits_for(actor, goal, goal.open_wording)
    ]


def _under_way(actor: Person, goal: Goal, wording: Wording) -> UnderWay:
    due_on = wording.answer_due_on or today()
    company = Company(goal.circle, actor.id, says_you=False)
    asked = company.names(place.person_id for place in still_to_answer(wording, goal.circle))
    return UnderWay(
        words=wording.title,
        note=_("Waiting for {names}").format(names=asked) if asked else _("Waiting for an answer"),
        due=due_label(due_on, is_late=due_on < today()),
        href=routes.goal(goal.id),
    )


def _waits_for(actor: Person, goal: Goal, wording: Wording) -> bool:
    """Their answer, or their own view as the child it is about."""
    own = [child for child in asked_children(goal) if child.person_id == actor.id]
    views = [wording.view_of(child.id) for child in own]
    return None in views or is_asked(actor.id, wording, goal.circle)


def _waiting(actor: Person, goal: Goal, wording: Wording, here: str) -> tuple[date, Waiting]:
    due_on = wording.answer_due_on or today()
    is_late = wording.is_open and due_on < today()
    pressing = due_on if wording.is_open else date.max  # a late answer to agreed words has time
    return pressing, Waiting(
        ask=asking(actor, goal, wording),
        words=wording.title,
        note=due_label(due_on, is_late=is_late) if wording.is_open else "",
        circle=elsewhere(goal.circle.name, here),
        act=_("See the proposal"),
        href=routes.goal(goal.id),
        is_late=is_late,
    )
