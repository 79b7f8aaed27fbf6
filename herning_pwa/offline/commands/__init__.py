"""Carrying out what a phone has sent, and letting go of what could not be."""

from herning_pwa.offline.commands.answering import OtherContent, answer_entry, answer_granted
from herning_pwa.offline.commands.hearing import Heard, hear_answer

__all__ = ["Heard", "OtherContent", "answer_entry", "answer_granted", "hear_answer"]
