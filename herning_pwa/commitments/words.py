"""Words for commitments."""

from __future__ import annotations

from datetime import date

from herning_pwa.commitments.models import TurnKind
from herning_pwa.i18n import _, long_date, relative_day, today

NEAR = 1


def on_day(day: date) -> str:
    """``i morgen`` or ``torsdag den 26. november``."""
    return relative_day(day) if abs((day - today()).days) <= NEAR else long_date(day)


def turn_sentence(kind: TurnKind) -> str:
    """One line of the story, with holes for ``name`` and ``day``."""
    return {
        TurnKind.ASKED: _("{name} asked {day}."),
        TurnKind.OFFERED: _("{name} offered it {day}."),
        TurnKind.TAKEN: _("{name} said yes {day}."),
        TurnKind.RELEASED: _("{name} could not after all, {day}."),
        TurnKind.KEPT: _("{name} did it, {day}."),
        TurnKind.WITHDRAWN: _("{name} said {day} that it is not needed."),
    }[kind]
