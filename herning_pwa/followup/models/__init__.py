"""The follow-up as it is stored: the wellbeing ruler and the phases."""

from herning_pwa.followup.models.phase import Phase, PhaseTurn
from herning_pwa.followup.models.ruler import (
    HIGHEST_CONCERN,
    LABEL_LIMIT,
    LOWEST_CONCERN,
    WORDS_LIMIT,
    RulerComment,
    RulerReading,
    RulerWording,
)

__all__ = [
    "HIGHEST_CONCERN",
    "LABEL_LIMIT",
    "LOWEST_CONCERN",
    "WORDS_LIMIT",
    "Phase",
    "PhaseTurn",
    "RulerComment",
    "RulerReading",
    "RulerWording",
]
