"""Carrying out what a phone has sent, and letting go of what could not be."""

from herning_pwa.offline.commands.answering import OtherContent, answer_entry

__all__ = ["OtherContent", "answer_entry"]
