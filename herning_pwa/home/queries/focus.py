"""The goals in focus on today's page, each with its voices and a quick form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from herning_pwa import routes
from herning_pwa.goals.models import Goal
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import whose_label
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.latest import GoalNow, Newest

CARDS_SHOWN = 3


@dataclass(frozen=True)
class FocusCard:
    """One goal: what it is called, who says what, and whether the reader's number is missing."""

    title: str = ""
    whose: str = ""
    href: str = ""
    write_href: str = ""
    now: GoalNow = field(default_factory=GoalNow)
    is_next: bool = False
    is_folded: bool = False  # its form waits behind a word


def focus_cards(actor: Person, goals: Sequence[Goal], newest: Newest) -> list[FocusCard]:
    """The goals in focus; where none is chosen, the first ones in force."""
    in_force = [goal for goal in goals if goal.is_in_force]
    chosen = [goal for goal in in_force if goal.in_focus] or in_force
    return [_card(actor, goal, newest) for goal in chosen[:CARDS_SHOWN]]


def with_room(cards: list[FocusCard], *, is_asked: bool) -> list[FocusCard]:
    """While a round asks about the same goals, only the first one's form stands open."""
    return [
        replace(card, is_folded=is_asked and n > 0 and card.now.form.can_record)
        for n, card in enumerate(cards)
    ]


def _card(actor: Person, goal: Goal, newest: Newest) -> FocusCard:
    company = Company(goal.circle, actor.id, says_you=False)
    return FocusCard(
        title=goal.shown_wording.title,
        whose=whose_label(goal, company.name(goal.parent_id)),
        href=routes.goal(goal.id),
        write_href=f"{routes.WRITE}?maal={goal.id}",
        now=newest.on(goal),
    )
