"""Whatever the line, the phones and the server do to each other: every word arrives once, or is
given back to its author.

Requests and answers are things in the air here. They come late, twice, in another order or never
(a phone in a tunnel is one whose requests never come); phones and the server go down between any
two steps; a right is taken and given back; a phone changes hands. What should come of it is
written here a second time, plainly, and compared with the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.chance import examples
from tests.offline.place import Place, two_people
from tests.offline.walk import Outbox


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with two_people(tmp_path) as place:
        yield place


@pytest.mark.hypothesis
def test_every_word_arrives_once_or_is_given_back(place: Place) -> None:
    run_state_machine_as_test(
        type("OutboxHere", (Outbox,), {"place": place}),
        settings=settings(max_examples=examples(15), stateful_step_count=40),
    )


def test_walks_worth_repeating(place: Place) -> None:
    """What chance seldom brings in a row."""
    walk = type("OutboxHere", (Outbox,), {"place": place})()
    for step in (
        # Refused, the answer is lost, the right comes back: it stays refused.
        lambda: walk.write(2, True),
        walk.take_or_give_back_the_right,
        lambda: walk.send(2, False, False, ""),
        lambda: walk.arrive(-1),
        lambda: walk.the_phone_goes_down(2),
        walk.take_or_give_back_the_right,
        lambda: walk.arrive(-1),
        lambda: walk.hear(-1),
        # Half of it is through when the server goes down; sent again in the wrong session first.
        *(lambda: walk.write(0, True) for _n in range(3)),
        lambda: walk.send(0, True, False, ""),
        lambda: walk.the_server_goes_down(-1, 1),
        lambda: walk.send(0, False, True, "jens"),
        lambda: walk.the_phone_goes_down(0),
        lambda: walk.send(0, False, True, ""),
        lambda: walk.seal_again(-1, True),
        lambda: walk.seal_again(-1, False),
        # Given to Jens with something of Mette's still on it, and back again.
        lambda: walk.write(1, False),
        lambda: walk.change_hands(1, "jens"),
        lambda: walk.send(1, False, True, ""),
        lambda: walk.change_hands(1, "mette"),
        lambda: walk.send(1, False, True, ""),
    ):
        step()
        walk.every_word_is_in_one_place()
        walk.phones_are_told_the_truth()
    assert not any(phone.waiting for phone in walk.phones)
    walk.teardown()
