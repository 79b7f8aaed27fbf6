"""What changed between two wordings, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herning_pwa.goals.models import Words
from herning_pwa.goals.queries.difference import ADDED, KEPT, REMOVED, Bit, compare, differences


def test_one_word_is_exchanged() -> None:
    assert compare("tre dage om ugen", "to dage om ugen") == [
        Bit(REMOVED, "tre "),
        Bit(ADDED, "to "),
        Bit(KEPT, "dage om ugen"),
    ]


def test_only_parts_that_changed_are_shown() -> None:
    before = Words(title="Ro om morgenen", why="Vi trænger til det.")
    after = Words(title="Ro om morgenen", why="Vi trænger til det.", signs="Ingen råber.")
    assert [part.bits for part in differences(before, after)] == [[Bit(ADDED, "Ingen råber.")]]


def test_the_same_words_have_no_differences() -> None:
    assert differences(Words("Ro", "Fordi"), Words("Ro", "Fordi")) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_new_text_is_what_stayed_and_what_came(old: str, new: str) -> None:
    bits = compare(old, new)
    assert "".join(bit.text for bit in bits if bit.kind != REMOVED) == new
