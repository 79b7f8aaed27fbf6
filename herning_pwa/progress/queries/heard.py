"""What is said on several goals at once: who moved since a day, and who sees it differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.speakers import (
    Speaker,
    entries_on,
    said_to_all,
    speakers,
    standing,
)

SPREAD_TO_TALK_ABOUT = 3


@dataclass(frozen=True)
class Movement:
    """How the voices' numbers have changed: ``Du fra 3 til 6 · Inger fra 6 til 7``."""

    line: str = ""
    is_upwards: bool = False  # somebody says more, and nobody less


class Heard:
    """What everybody on these goals may hear, by goal. One statement.

    Nothing kept for the responsible professional is among it. ``places`` is by person id;
    ``says_you`` is off where several people look at one screen.
    """

    def __init__(
        self,
        db: Session,
        actor: Person,
        goals: Sequence[Goal],
        places: dict[UUID, Membership],
        *,
        says_you: bool = True,
    ) -> None:
        self._actor, self._places, self._says_you = actor, places, says_you
        entries = entries_on(db, actor, goals) if goals else []
        self._said = standing(said_to_all(entries))

    def on(self, goal: Goal) -> list[Speaker]:
        """Everybody with something to say on the goal, in the order of their voices."""
        said = [entry for entry in self._said if entry.goal_id == goal.id]
        everybody = speakers(self._actor, said, self._places)
        if self._says_you:
            return everybody
        return sorted((by_name(one) for one in everybody), key=lambda one: one.rank)


def by_name(one: Speaker) -> Speaker:
    """The reader too, among the others."""
    return replace(one, is_reader=False)


def spread_among(voices: Sequence[Speaker]) -> tuple[Speaker, Speaker] | None:
    """The highest and the lowest of those in the circle now, when they lie three or more apart."""
    here = [one for one in voices if one.is_here and one.numbers]
    if not here:
        return None
    high, low = max(here, key=latest), min(here, key=latest)
    return (high, low) if latest(high) - latest(low) >= SPREAD_TO_TALK_ABOUT else None


def movement_since(voices: Sequence[Speaker], day: date) -> Movement:
    """Each voice's last number after the day, where it differs from the one before."""
    moved = [
        (one.name, was, latest(one))
        for one in voices
        if (was := _number_before(one, day)) is not None and was != latest(one)
    ]
    return Movement(
        line=" · ".join(
            _("{name} from {was} to {now}").format(name=name, was=was, now=now)
            for name, was, now in moved
        ),
        is_upwards=bool(moved) and all(now > was for _name, was, now in moved),
    )


def latest(one: Speaker) -> int:
    return one.numbers[-1].rating or 0


def _number_before(one: Speaker, day: date) -> int | None:
    """What the voice said up to the day, or first after it; none when it has been silent since."""
    numbers = one.numbers
    if not numbers or numbers[-1].happened_on <= day:
        return None
    before = [entry for entry in numbers if entry.happened_on <= day]
    return (before[-1] if before else numbers[0]).rating
