"""Sanne and Peter at the very same moment: one is first, and the other is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import pytest
import time_machine
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from herning_pwa.db import Base, reading, transaction
from herning_pwa.errors import Conflict
from herning_pwa.followup.commands import (
    agree_next_date,
    choose_ladder_step,
    decide_on_goal,
    end_meeting,
    set_ruler,
)
from herning_pwa.followup.models import RulerReading
from herning_pwa.goals.models import GoalOutcome
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.meetings.commands import save_summary
from herning_pwa.meetings.models import HeldMeeting, Meeting, MeetingSummary
from herning_pwa.people.models import Person
from tests.agreed import agreed_goal
from tests.at_once import at_once
from tests.cast import Cast, assemble
from tests.followup.acts import START, called
from tests.followup.reading import WORDS
from tests.fresh import fresh_database, installation


@pytest.fixture
def committed(engine: Engine, tmp_path: Path) -> Iterator[Cast]:
    with (
        fresh_database(engine, tmp_path) as url,
        installation(HERNING_DATABASE_URL=url),
    ):
        with transaction() as db:
            cast = assemble(db)
        yield cast


def test_one_is_first_and_the_other_is_told(committed: Cast) -> None:
    start = Barrier(2)

    def write(person_id: UUID) -> str:
        start.wait()
        try:
            with transaction() as db:
                said = {"seen": "", "number": "3", "words": WORDS}
                by = db.get_one(Person, person_id)
                set_ruler(db, by, child_id=committed.emil.id, **said)
        except Conflict as told:
            return str(told)
        return "first"

    with ThreadPoolExecutor() as threads:
        came = list(threads.map(write, [committed.sanne.id, committed.peter.id]))
    assert "first" in came
    assert sum("har sat linealen i mellemtiden" in word for word in came) == 1
    with reading() as db:
        assert db.scalar(select(func.count()).select_from(RulerReading)) == 1


def as_(person: Person, act: Callable[..., object], **asked: object) -> Callable[[Session], object]:
    """The act, by that person, in whatever transaction it is given."""
    return lambda db: act(db, db.get_one(Person, person.id), **asked)


def count(kind: type[Base]) -> int | None:
    with reading() as db:
        return db.scalar(select(func.count()).select_from(kind))


def test_a_meeting_held_from_two_devices_has_one_of_everything(
    travel: time_machine.Traveller, committed: Cast
) -> None:
    sanne, peter = committed.sanne, committed.peter
    with transaction() as db:
        people = [db.get_one(Person, getattr(committed, n).id) for n in ("mette", "peter")]
        responsible = db.get_one(Person, sanne.id)
        goal = agreed_goal(db, responsible.active_memberships[0].circle, people[0])
        meeting = called(db, responsible, *people)
        here = {"meeting_id": meeting.id}
        about = {"goal_id": goal.id, "wording_id": goal.shown_wording.id, "seen": "", **here}
    travel.move_to(START)
    for act, asked, chosen in (
        (decide_on_goal, {**about, "words": "Fordi."}, [{"kind": "continue"}, {"kind": "pause"}]),
        (choose_ladder_step, {**here, "seen": "", "reason": "Ro."}, [{"step": 1}, {"step": 2}]),
        (
            agree_next_date,
            {**here, "start": "10:00", "end": "11:00"},
            [{"form_key": uuid4(), "day": day} for day in ("2027-01-05", "2027-01-06")],
        ),
    ):
        both = (
            as_(who, act, **asked, **own) for who, own in zip((sanne, peter), chosen, strict=True)
        )
        assert sorted(at_once(*both)) == [False, True], act.__name__
    assert (count(GoalOutcome), count(LadderTurn), count(Meeting)) == (1, 1, 2)
    assert at_once(*(as_(who, end_meeting, **here) for who in (sanne, peter))) == [True, True]
    with reading() as db:
        [draft] = db.scalars(select(MeetingSummary))
    assert "Emil møder til tiden" in draft.text
    pages = ({"page_key": uuid4(), "text": text} for text in ("Vi talte.", "Vi lyttede."))
    writes = (as_(sanne, save_summary, version=draft.version, **here, **page) for page in pages)
    assert sorted(at_once(*writes)) == [False, True]
    assert (count(HeldMeeting), count(MeetingSummary)) == (1, 1)
