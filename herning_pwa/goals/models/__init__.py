"""Goals, their wordings, answers, steps and history, and what meetings decide about them."""

from herning_pwa.goals.models.goal import Goal
from herning_pwa.goals.models.kinds import (
    ENDED,
    IN_FORCE,
    Achievement,
    AnswerKind,
    Area,
    Audience,
    Lifecycle,
    TurnKind,
    ViewKind,
    Whose,
    WordingState,
)
from herning_pwa.goals.models.lasting import WordsNeverChange
from herning_pwa.goals.models.outcome import DecidedStep, GoalOutcome, OutcomeKind
from herning_pwa.goals.models.step import Step
from herning_pwa.goals.models.story import GoalShare, Turn
from herning_pwa.goals.models.wording import (
    Answer,
    ChildView,
    Wording,
    Words,
    answer_due,
)

__all__ = [
    "ENDED",
    "IN_FORCE",
    "Achievement",
    "Answer",
    "AnswerKind",
    "Area",
    "Audience",
    "ChildView",
    "DecidedStep",
    "Goal",
    "GoalOutcome",
    "GoalShare",
    "Lifecycle",
    "OutcomeKind",
    "Step",
    "Turn",
    "TurnKind",
    "ViewKind",
    "Whose",
    "Wording",
    "WordingState",
    "Words",
    "WordsNeverChange",
    "answer_due",
]
