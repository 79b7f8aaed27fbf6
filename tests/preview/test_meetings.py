"""The meetings of /was: the other's own list, less the meetings and the places not the reader's."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.meetings.commands import answer_meeting, plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import MeetingCard, meeting_list
from tests.cast import Cast
from tests.meetings.acts import NOW
from tests.preview.test_look_as import PAIRS, look, own, place_of

PLACE = "Hemmelig Vej 7"
WORDS = "KANARIEFUGL"


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


def call(db: Session, cast: Cast, *invited: str, by: str = "sanne", kind: str = "talk") -> Meeting:
    people = [str(getattr(cast, name).id) for name in invited]
    return plan_meeting(
        db,
        getattr(cast, by),
        circle_id=cast.circle.id,
        form_key=uuid4(),
        kind=kind,
        day="2026-11-24",
        start="14:05",
        end="15:00",
        place=PLACE,
        people=people,
    )


@pytest.fixture
def read(db: Session, cast: Cast):
    """A fresh session, after Sanne and the parents have called all sorts of meetings."""
    for invited in (("mette", "inger"), ("anders", "inger"), ("freja",), ("jens", "mette")):
        call(db, cast, *invited)
    call(db, cast, "inger", "freja", by="anders")
    db.flush()
    with Session(db.connection(), autoflush=False) as session:
        yield session


def bare(card: MeetingCard) -> MeetingCard:
    """The card without the ways to open and answer it."""
    return replace(card, href="", can_answer=False, awaits_marks=False, sequence=0)


@pytest.mark.parametrize(("reader", "other"), PAIRS)
def test_the_meetings_are_the_others_own_less_those_the_reader_is_not_at(
    read: Session, cast: Cast, reader: str, other: str
) -> None:
    circle = cast.circle.id
    theirs = meeting_list(read, own(read, cast, other), circle_id=circle).ahead
    mine = {
        card.meeting_id
        for card in meeting_list(read, own(read, cast, reader), circle_id=circle).ahead
    }
    shown = look(read, cast, reader, other, part="moeder").ahead
    assert [replace(card, href="") for card in shown] == [
        bare(card) for card in theirs if card.meeting_id in mine
    ]


def test_anders_does_not_learn_through_inger_where_mette_lives(db: Session, cast: Cast) -> None:
    """Inger, whom Mette brought, sees where the home visit is; Mette's address is protected."""
    place_of(db, cast, "mette").has_protected_address = True
    place_of(db, cast, "inger").invited_by_id = cast.mette.id
    call(db, cast, "mette", "inger", kind="home_visit")
    db.flush()
    with Session(db.connection(), autoflush=False) as read:
        ingers = meeting_list(read, own(read, cast, "inger"), circle_id=cast.circle.id).ahead
        assert PLACE in repr(ingers)
        assert PLACE not in repr(look(read, cast, "anders", "inger", part="moeder"))
        assert PLACE in repr(look(read, cast, "mette", "inger", part="moeder"))


def test_the_words_of_an_answer_are_never_in_it(db: Session, cast: Cast) -> None:
    meeting = call(db, cast, "mette", "anders", "inger")
    for name in ("anders", "inger"):
        answer_meeting(
            db,
            getattr(cast, name),
            meeting_id=str(meeting.id),
            sequence=0,
            answer="not_coming",
            words=WORDS,
        )
    db.flush()
    with Session(db.connection(), autoflush=False) as read:
        for reader, other in PAIRS:
            assert WORDS not in repr(look(read, cast, reader, other, part="moeder"))
