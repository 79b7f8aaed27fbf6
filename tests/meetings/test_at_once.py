"""Two people, or two taps, at the very same moment: on real transactions in real threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from herning_pwa.db import reading, transaction
from herning_pwa.meetings.commands import (
    add_point,
    answer_meeting,
    change_meeting,
    choose_time,
    mark_times,
    offer_times,
    plan_meeting,
)
from herning_pwa.meetings.models import (
    AgendaPoint,
    AttendanceAnswer,
    Meeting,
    MeetingChange,
    TimeOffer,
)
from herning_pwa.people.models import Person
from tests.at_once import at_once
from tests.cast import assemble
from tests.fresh import fresh_database, installation
from tests.meetings.acts import MOVED


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> Iterator[dict[str, UUID]]:
    """A database of its own; everybody's id by name, and the circle's."""
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            cast = assemble(db)
            ids = {name: person.id for name, person in cast.people.items()}
            ids["circle"] = cast.circle.id
        yield ids


def form(house: dict[str, UUID], **other: Any) -> dict[str, Any]:
    return {
        "circle_id": house["circle"],
        "form_key": uuid4(),
        "kind": "network",
        "day": "2026-11-24",
        "start": "14:05",
        "end": "15:00",
        "people": [str(house["mette"]), str(house["inger"])],
        **other,
    }


def planned(house: dict[str, UUID]) -> UUID:
    with transaction() as db:
        return plan_meeting(db, db.get_one(Person, house["sanne"]), **form(house)).id


def count(kind: type[Any]) -> int:
    with reading() as db:
        return db.query(kind).count()


def test_two_taps_in_the_same_moment_give_one_meeting(house: dict[str, UUID]) -> None:
    same = form(house)
    tap = lambda db: plan_meeting(db, db.get_one(Person, house["sanne"]), **same)  # noqa: E731
    assert at_once(tap, tap) == [True, True]
    assert count(Meeting) == 1


def test_of_two_who_move_it_in_the_same_moment_one_wins(house: dict[str, UUID]) -> None:
    meeting_id = planned(house)

    def moves_to(start: str) -> Callable[[Session], object]:
        when = {**MOVED, "start": start, "end": "16:00"}
        return lambda db: change_meeting(
            db, db.get_one(Person, house["sanne"]), meeting_id=meeting_id, sequence=0, **when
        )

    assert sorted(at_once(moves_to("10:00"), moves_to("11:00"))) == [False, True]
    with reading() as db:
        meeting, change = (
            db.query(Meeting).one(),
            db.query(MeetingChange).filter_by(what="moved").one(),
        )
        assert meeting.starts_at == change.now_starts_at


def test_an_answer_given_while_it_moves_is_either_refused_or_asked_for_again(
    house: dict[str, UUID],
) -> None:
    meeting_id = planned(house)

    def inger_answers(db: Session) -> None:
        inger = db.get_one(Person, house["inger"])
        answer_meeting(db, inger, meeting_id=meeting_id, sequence=0, answer="coming")

    def sanne_moves(db: Session) -> None:
        sanne = db.get_one(Person, house["sanne"])
        change_meeting(db, sanne, meeting_id=meeting_id, sequence=0, **MOVED)

    at_once(inger_answers, sanne_moves)
    with reading() as db:
        meeting = db.query(Meeting).one()
        own = meeting.attendance_of(db.get_one(Person, house["inger"]))
        assert own.awaits_answer


def test_a_mark_sent_while_the_time_is_chosen_is_either_told_or_counted(
    house: dict[str, UUID],
) -> None:
    meeting_id = planned(house)
    with transaction() as db:
        sanne, times = db.get_one(Person, house["sanne"]), [("2026-11-26", "10:00", "11:00")]
        offer_times(db, sanne, meeting_id=meeting_id, sequence=0, times=times)
        offer_id = str(db.query(TimeOffer).one().id)

    def inger_marks(db: Session) -> None:
        inger = db.get_one(Person, house["inger"])
        mark_times(db, inger, meeting_id=meeting_id, shown=offer_id, suits=[offer_id])

    def sanne_chooses(db: Session) -> None:
        sanne = db.get_one(Person, house["sanne"])
        choose_time(db, sanne, offer_id=offer_id, sequence=0)

    counted, _chosen = at_once(inger_marks, sanne_chooses)
    with reading() as db:
        meeting = db.query(Meeting).one()
        own = meeting.attendance_of(db.get_one(Person, house["inger"]))
        assert (meeting.sequence, own.awaits_answer) == (1, not counted)


def test_two_taps_on_an_answer_count_as_one(house: dict[str, UUID]) -> None:
    meeting_id = planned(house)
    before = count(AttendanceAnswer)

    def inger_answers(db: Session) -> None:
        inger = db.get_one(Person, house["inger"])
        answer_meeting(db, inger, meeting_id=meeting_id, sequence=0, answer="coming")

    at_once(inger_answers, inger_answers)
    assert count(AttendanceAnswer) == before + 1


def test_two_taps_on_a_point_are_one_point(house: dict[str, UUID]) -> None:
    meeting_id = planned(house)

    def inger_adds(db: Session) -> None:
        inger = db.get_one(Person, house["inger"])
        add_point(db, inger, meeting_id=meeting_id, text="Lejrskolen")

    assert at_once(inger_adds, inger_adds) == [True, True]
    assert count(AgendaPoint) == 1
