"""Carrying out what a phone has sent, and hearing or letting go of what came of it."""

from herning_pwa.offline.commands.answering import OtherContent, answer_entry
from herning_pwa.offline.commands.forgetting import forget_old_answers
from herning_pwa.offline.commands.hearing import Heard, hear_answer
from herning_pwa.offline.commands.letting_go import let_go

__all__ = [
    "Heard",
    "OtherContent",
    "answer_entry",
    "forget_old_answers",
    "hear_answer",
    "let_go",
]
