"""Words for the ruler's numbers and for the phases."""

from __future__ import annotations

from herning_pwa.followup.models import HIGHEST_CONCERN, LOWEST_CONCERN, Phase, RulerWording
from herning_pwa.i18n import _

NUMBERS = range(LOWEST_CONCERN, HIGHEST_CONCERN + 1)


def labels(wording: RulerWording | None) -> tuple[str, ...]:
    """What the five numbers are called: by the municipality, or by the app until it says so."""
    return wording.labels if wording else _own_labels()


def _own_labels() -> tuple[str, ...]:
    """Neutral words, for the municipality to put its own in their place."""
    return (
        _("Is doing well"),
        _("Is mostly doing well"),
        _("Goes up and down"),
        _("Is having a hard time"),
        _("Is having a very hard time"),
    )


def concern(number: int) -> str:
    """What the number says whatever it is called, so that its direction is never in doubt."""
    return (
        _("no concern"),
        _("a little concern"),
        _("some concern"),
        _("clear concern"),
        _("great concern"),
    )[number - LOWEST_CONCERN]


def reading_word(number: int, wording: RulerWording | None) -> str:
    """``2 – Trives for det meste``."""
    return f"{number} – {labels(wording)[number - LOWEST_CONCERN]}"


def phase_word(phase: Phase) -> str:
    return {
        Phase.START: _("Starting up"),
        Phase.CHANGE: _("Change"),
        Phase.UPKEEP: _("Keeping it up"),
    }[phase]


def phase_means(phase: Phase) -> str:
    """What the phase means for the people around the child."""
    return {
        Phase.START: _(
            "We get to know each other and agree on what we want. "
            "Nobody has to have all the answers yet."
        ),
        Phase.CHANGE: _(
            "We try new things in everyday life. We talk together often about what helps."
        ),
        Phase.UPKEEP: _(
            "What works has become a habit, and you do more of it yourselves. "
            "We meet less often, and we are still here."
        ),
    }[phase]
