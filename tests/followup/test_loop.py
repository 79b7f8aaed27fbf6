"""The loop over committed rows: late, twice, across a change of clocks, several at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from herning_pwa.activity.models import Activity
from herning_pwa.circles.models import Circle
from herning_pwa.db import reading, transaction
from herning_pwa.followup.models import CURRENT, Round
from herning_pwa.followup.run import keep_due, seconds_to_next
from herning_pwa.loops import PAUSE_SECONDS, CarriedOut
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.followup.rounds import FIRST, START, Travel, at, follow_up_meeting
from tests.fresh import fresh_database, installation

AT_ONCE = 6
OPENS = at(FIRST - timedelta(weeks=1), 8)


@pytest.fixture(autouse=True)
def committed_cast(engine: Engine, tmp_path: Path, january: Travel) -> Iterator[None]:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            cast = assemble(db)
            agreed_goal(db, cast.circle, cast.mette)
        yield


def count(of: type, *where: object) -> int:
    with reading() as db:
        return db.scalar(select(func.count()).select_from(of).where(*where)) or 0


def our_circle() -> UUID:
    with reading() as db:
        return db.scalars(select(Circle.id).where(Circle.name.contains("Emil"))).one()


def day_of_the_next() -> date:
    with reading() as db:
        circle, ahead = Round.circle_id == our_circle(), Round.state.in_(CURRENT)
        return db.scalars(select(Round.due_on).where(circle, ahead)).one()


def test_each_circle_gets_its_first_once(january: Travel) -> None:
    assert len(keep_due().circles) == 2
    assert keep_due() == CarriedOut()
    assert count(Round) == 2


def test_several_loops_at_once_open_it_once(january: Travel) -> None:
    for moment in (at(START), OPENS):
        january.move_to(moment, tick=False)
        start = Barrier(AT_ONCE)

        def come_by(_n: int, start: Barrier = start) -> None:
            start.wait()
            keep_due()

        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(come_by, range(AT_ONCE)))
    assert count(Round) == 2
    assert count(Activity, Activity.action == "round.opened") == 2
    assert count(Mail) == 7  # everybody who sees the goal, once


def test_it_sleeps_to_the_next_moment_and_never_long(january: Travel) -> None:
    assert seconds_to_next() == PAUSE_SECONDS
    keep_due()
    january.move_to(OPENS - timedelta(seconds=3), tick=False)
    assert seconds_to_next() == 3
    assert keep_due() == CarriedOut()
    january.move_to(OPENS, tick=False)
    assert len(keep_due().circles) == 2


def test_after_a_long_silence_only_the_present_round_is_opened(january: Travel) -> None:
    keep_due()
    january.move_to(at(FIRST + timedelta(weeks=18)), tick=False)
    assert len(keep_due().circles) == 2
    assert keep_due() == CarriedOut()
    assert day_of_the_next() == FIRST + timedelta(weeks=18)
    assert count(Mail) == 7


def test_it_opens_at_eight_on_both_sides_of_a_change_of_clocks(january: Travel) -> None:
    """Denmark turns its clocks on 29 March 2026: the third round opens in summer time."""
    keep_due()
    third = FIRST + timedelta(weeks=12)
    opens = at(third - timedelta(weeks=1), 8)
    assert (opens.utcoffset(), OPENS.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
    january.move_to(opens - timedelta(minutes=1), tick=False)
    keep_due()
    assert day_of_the_next() == FIRST + timedelta(weeks=6)
    january.move_to(opens, tick=False)
    keep_due()
    assert day_of_the_next() == third


def test_it_follows_a_meeting_that_is_called_and_called_off(january: Travel) -> None:
    keep_due()
    day = FIRST + timedelta(days=3)
    with transaction() as db:
        people = {person.first_name: person for person in db.scalars(select(Person))}
        parents = (people["Mette"], people["Anders"])
        circle = db.get_one(Circle, our_circle())
        meeting = follow_up_meeting(db, people["Sanne"], circle, day, *parents)
    assert keep_due().circles == {our_circle()}
    assert day_of_the_next() == day
    assert keep_due() == CarriedOut()
    with transaction() as db:
        sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
        db.merge(meeting).cancel(sanne, "Sygdom.")
    assert keep_due().circles == {our_circle()}
    assert keep_due() == CarriedOut()
    assert day_of_the_next() == day
