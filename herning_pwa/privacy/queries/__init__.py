"""What a person has written, gathered from every room."""

from herning_pwa.privacy.queries.own_words import OwnCircle, OwnLine, OwnWordsView, own_words_page
from herning_pwa.privacy.queries.taking_along import as_json, as_page

__all__ = ["OwnCircle", "OwnLine", "OwnWordsView", "as_json", "as_page", "own_words_page"]
