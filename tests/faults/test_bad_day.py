"""``make chaos`` in little: the server is killed, the line cut, and no word is lost or doubled."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.faults.bad_day import Plan, live_through
from tests.faults.family import moved_in
from tests.faults.reckoning import reckon

PLAN = Plan(entries=150, phones=6, cuts=15, kills=1, batch=4, patience=2.0)


def test_nothing_is_lost_or_doubled_on_a_bad_day(engine: Engine, tmp_path: Path) -> None:
    with moved_in(engine, tmp_path, phones=PLAN.phones) as (family, server):
        day = live_through(PLAN, family, server, tmp_path)
        reckoning, log = reckon(day), server.log.read_text()
    assert reckoning.is_clean, reckoning
    assert reckoning.applied + reckoning.refused == PLAN.entries
    assert (day.kills, day.cuts >= PLAN.cuts) == (PLAN.kills, True)
    assert "Traceback" not in log
    assert "Emil kom til tiden" not in log
