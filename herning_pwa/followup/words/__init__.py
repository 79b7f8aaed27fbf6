"""Words for the ruler's numbers and the phases; those of the cycle stand in ``cycle``."""

from herning_pwa.followup.words.ruler import (
    NUMBERS,
    concern,
    labels,
    phase_means,
    phase_word,
    reading_word,
)

__all__ = ["NUMBERS", "concern", "labels", "phase_means", "phase_word", "reading_word"]
