"""The loop over committed rows: late, twice, and several processes at the same moment."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands import hand_over, take_back
from herning_pwa.circles.models import Handover, Membership
from herning_pwa.circles.run import carry_out_due, seconds_to_next
from herning_pwa.db import reading, transaction
from herning_pwa.errors import Conflict
from herning_pwa.loops import PAUSE_SECONDS, CarriedOut
from herning_pwa.people.models import Method, Person
from herning_pwa.people.sessions import begin_session
from tests.cast import assemble
from tests.circles.handing import FERIE, FOR_GOOD, Travel, midnight, who_answers
from tests.fresh import fresh_database, installation

AT_ONCE = 6
START, END = midnight("2026-12-01"), midnight("2026-12-15")


@pytest.fixture(autouse=True)
def committed_cast(engine: Engine, tmp_path: Path) -> Iterator[None]:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            assemble(db)
        yield


def agreed(plan: dict[str, str] = FERIE) -> tuple[UUID, UUID]:
    """Sanne's handover to Frede, committed: the circle's id and its own."""
    with transaction() as db:
        sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
        circle_id = sanne.active_memberships[0].circle_id
        return circle_id, hand_over(db, sanne, circle_id=circle_id, fields={**plan}).id


def answering(circle_id: UUID) -> list[str]:
    with reading() as db:
        return who_answers(db, circle_id)


def rows_with(action: str) -> int:
    with reading() as db:
        count = select(func.count()).select_from(Activity).where(Activity.action == action)
        return db.scalar(count) or 0


def test_several_loops_at_once_move_it_once(november: Travel) -> None:
    circle_id, _handover = agreed()
    for moment, who, action in (
        (START, "Frede", "handover.begun"),
        (END, "Sanne", "handover.ended"),
    ):
        november.move_to(moment, tick=False)
        start = Barrier(AT_ONCE)

        def come_by(_n: int, start: Barrier = start) -> None:
            start.wait()
            carry_out_due()

        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(come_by, range(AT_ONCE)))
        assert answering(circle_id) == [who]
        assert rows_with(action) == 1
    assert rows_with("membership.ran_out") == 1


def test_the_open_pages_of_whoever_lost_something_are_named(november: Travel) -> None:
    circle_id, _handover = agreed(FOR_GOOD)
    with transaction() as db:
        for name in ("Sanne", "Mette"):
            person = db.scalars(select(Person).where(Person.first_name == name)).one()
            begin_session(db, person, method=Method.DEMO)
    november.move_to(START, tick=False)
    done = carry_out_due()
    assert done.circles == {circle_id}
    assert len(done.closed) == 1
    assert carry_out_due() == CarriedOut()


def test_it_sleeps_to_the_next_moment_and_never_long(november: Travel) -> None:
    assert seconds_to_next() == PAUSE_SECONDS
    agreed()
    november.move_to(START - timedelta(seconds=3), tick=False)
    assert seconds_to_next() == 3
    november.move_to(START, tick=False)
    carry_out_due()
    november.move_to(END - timedelta(seconds=2), tick=False)
    assert seconds_to_next() == 2


def test_a_place_that_runs_out_needs_no_handover(november: Travel) -> None:
    with transaction() as db:
        jens = db.scalars(select(Person).where(Person.first_name == "Jens")).one()
        jens.active_memberships[0].ends_at = START
    november.move_to(START, tick=False)
    assert len(carry_out_due().circles) == 1
    with reading() as db:
        place = db.scalars(select(Membership).where(Membership.ended_at.is_not(None))).one()
        assert place.ended_at == START


def test_taking_back_at_the_very_moment_it_begins_is_one_or_the_other(november: Travel) -> None:
    circle_id, handover_id = agreed()
    november.move_to(START - timedelta(microseconds=1), tick=False)

    def change_her_mind() -> str:
        with transaction() as db:
            sanne = db.scalars(select(Person).where(Person.first_name == "Sanne")).one()
            november.move_to(START, tick=False)
            try:
                take_back(db, sanne, handover_id=handover_id)
            except Conflict:
                return "too late"
        return "taken back"

    with ThreadPoolExecutor(2) as pool:
        said, _loop = pool.submit(change_her_mind), pool.submit(carry_out_due)
    carry_out_due()
    assert said.result() == "too late"
    assert answering(circle_id) == ["Frede"]


def test_ten_taps_make_one_handover() -> None:
    start = Barrier(AT_ONCE)

    def send(_n: int) -> bool:
        start.wait()
        try:
            agreed()
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sum(pool.map(send, range(AT_ONCE))) == 1
    with reading() as db:
        assert db.scalar(select(func.count()).select_from(Handover)) == 1


def test_two_professionals_stand_in_for_each_other(november: Travel) -> None:
    circle_id, _handover = agreed()
    with transaction() as db:
        frede = db.scalars(select(Person).where(Person.first_name == "Frede")).one()
        alma = frede.active_memberships[0].circle_id
        hand_over(db, frede, circle_id=alma, fields={**FERIE, "who": "sanne"})
    november.move_to(START, tick=False)
    assert carry_out_due().circles == {circle_id, alma}
    assert (answering(circle_id), answering(alma)) == (["Frede"], ["Sanne"])
    november.move_to(END, tick=False)
    assert carry_out_due().circles == {circle_id, alma}
    assert (answering(circle_id), answering(alma)) == (["Sanne"], ["Frede"])
