"""What became of what a person has sent from a phone. Each sees their own, and nobody else's."""

from herning_pwa.offline.queries.find import find_answer
from herning_pwa.offline.queries.own_words import own_words

__all__ = ["find_answer", "own_words"]
