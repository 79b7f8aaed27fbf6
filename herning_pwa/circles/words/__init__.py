"""Danish words for the places in a circle, for inviting and for leaving."""

from herning_pwa.circles.words.invitations import (
    guest_writing_is_read_by,
    inviting_question,
    link_sentence,
    link_sentences,
    place_does_not_see,
    place_sees,
    standing_word,
    writing_is_read_by,
)
from herning_pwa.circles.words.places import (
    capitalised,
    children_of,
    ending_means,
    group_word,
    leaving_means,
    named_place,
    relation_word,
    role_note,
    voice_shape,
)

__all__ = [
    "capitalised",
    "children_of",
    "ending_means",
    "group_word",
    "guest_writing_is_read_by",
    "inviting_question",
    "leaving_means",
    "link_sentence",
    "link_sentences",
    "named_place",
    "place_does_not_see",
    "place_sees",
    "relation_word",
    "role_note",
    "standing_word",
    "voice_shape",
    "writing_is_read_by",
]
