"""The follow-up as it is stored: its rhythm and rounds, the wellbeing ruler and the phases."""

from herning_pwa.followup.models.calendar import FEWEST_WEEKS, MOST_WEEKS, USUAL_WEEKS
from herning_pwa.followup.models.phase import Phase, PhaseTurn
from herning_pwa.followup.models.rhythm import REASON_LIMIT, Rhythm, RhythmChange
from herning_pwa.followup.models.round import (
    CURRENT,
    Round,
    RoundAnswer,
    RoundClosed,
    RoundState,
)
from herning_pwa.followup.models.round_turn import RoundTurn, Turn
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
    "CURRENT",
    "FEWEST_WEEKS",
    "HIGHEST_CONCERN",
    "LABEL_LIMIT",
    "LOWEST_CONCERN",
    "MOST_WEEKS",
    "REASON_LIMIT",
    "USUAL_WEEKS",
    "WORDS_LIMIT",
    "Phase",
    "PhaseTurn",
    "Rhythm",
    "RhythmChange",
    "Round",
    "RoundAnswer",
    "RoundClosed",
    "RoundState",
    "RoundTurn",
    "RulerComment",
    "RulerReading",
    "RulerWording",
    "Turn",
]
