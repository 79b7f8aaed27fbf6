"""What became of what a person has sent from a phone. Each sees their own, and nobody else's."""

from herning_pwa.offline.queries.find import find_answer, kept_for, sent_back_line
from herning_pwa.offline.queries.own_words import own_words
from herning_pwa.offline.queries.unsent import Unsent, UnsentView, Written, unsent_page

__all__ = [
    "Unsent",
    "UnsentView",
    "Written",
    "find_answer",
    "kept_for",
    "own_words",
    "sent_back_line",
    "unsent_page",
]
