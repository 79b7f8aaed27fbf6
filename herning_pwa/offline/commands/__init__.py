"""Carrying out what a phone has sent, and hearing what came of it."""

from herning_pwa.offline.commands.answering import OtherContent, answer_entry, answer_granted
from herning_pwa.offline.commands.forgetting import forget_old_answers
from herning_pwa.offline.commands.hearing import Heard, hear_answer

__all__ = [
    "Heard",
    "OtherContent",
    "answer_entry",
    "answer_granted",
    "forget_old_answers",
    "hear_answer",
]
