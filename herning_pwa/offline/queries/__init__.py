"""What became of what a person has sent from a phone. Each sees their own, and nobody else's."""

from herning_pwa.offline.queries.find import find_answer

__all__ = ["find_answer"]
