"""Carrying out what a phone has sent, and letting go of what could not be."""

from herning_pwa.offline.commands.answering import OtherContent, answer_entry
from herning_pwa.offline.commands.hearing import Heard, hear_answer

__all__ = ["Heard", "OtherContent", "answer_entry", "hear_answer"]
