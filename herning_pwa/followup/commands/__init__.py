"""What can be done in the follow-up."""

from herning_pwa.followup.commands.phases import change_phase
from herning_pwa.followup.commands.ruler import comment_on_ruler, correct_ruler, set_ruler
from herning_pwa.followup.commands.ruler_words import word_ruler

__all__ = ["change_phase", "comment_on_ruler", "correct_ruler", "set_ruler", "word_ruler"]
