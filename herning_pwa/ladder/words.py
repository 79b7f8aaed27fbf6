"""The ladder in words."""

from __future__ import annotations

from herning_pwa.i18n import _
from herning_pwa.ladder.models import Direction
from herning_pwa.ladder.steps import ladder_steps


def step_label(number: int) -> str:
    """``Trin 1: Forebyggelse``."""
    name = next(step.name for step in ladder_steps() if step.number == number)
    return _("Step {number}: {name}").format(number=number, name=name)


def direction_word(direction: Direction) -> str:
    return {
        Direction.FIRST: _("Here we begin"),
        Direction.UP: _("Up the ladder: more help"),
        Direction.SAME: _("The same step"),
        Direction.DOWN: _("Down the ladder: less help"),
    }[direction]
