"""``make chaos``: does a word get lost or doubled on the worst of days?

On SQLite and PostgreSQL: 20 phones write 10,000 entries through a line that is cut at 500 points,
repeats, hesitates and goes silent, to a server that is killed 50 times meanwhile. Then how long
200 entries take on a bad connection (400 kbit/s, 400 ms, torn once in each try). Ends with 1 when
a word is lost, doubled, unanswered or told wrongly, or when it takes too long.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from herning_pwa.db import make_engine
from tests.faults.bad_day import Day, Plan, live_through
from tests.faults.family import moved_in
from tests.faults.reckoning import reckon
from tests.faults.slow_line import ENTRIES, seconds_for_a_full_outbox
from tests.faults.weather import Part
from tests.postgres import postgres_server

PLAN = Plan(entries=10_000, phones=20, cuts=500, kills=50)
SECONDS_AT_MOST = 20


def main() -> int:
    with TemporaryDirectory() as folder, postgres_server() as postgres:
        engines = [make_engine("sqlite://"), make_engine(postgres)]
        went_well = [goes_well(engine, Path(folder)) for engine in engines]
    return 0 if all(went_well) else 1


def goes_well(engine: Engine, folder: Path) -> bool:
    kind = engine.dialect.name
    with moved_in(engine, folder, phones=PLAN.phones) as (family, server):
        day = live_through(PLAN, family, server, folder)
        reckoning = reckon(day)
    print(f"chaos {kind}: {len(day.lines):,} entries, {reckoning}", flush=True)
    print(f"  {_what_happened(day)}", flush=True)
    with moved_in(engine, folder, phones=1) as (family, server):
        tries = [seconds_for_a_full_outbox(family, server, part) for part in Part]
    seconds, cuts = max(tries)[0], sum(cuts for _seconds, cuts in tries)
    print(
        f"  {ENTRIES} entries on a bad line: at worst {seconds:.1f} s of {len(tries)}, {cuts} cuts"
    )
    has_all_happened = day.cuts >= PLAN.cuts and day.kills == PLAN.kills
    return reckoning.is_clean and has_all_happened and seconds <= SECONDS_AT_MOST


def _what_happened(day: Day) -> str:
    where = ", ".join(f"{day.proxy.happened[part]} {part}" for part in Part)
    repeats = day.proxy.happened["twice"]
    return f"{day.kills} kills, {day.cuts} cuts ({where}), {repeats} repeats, {day.seconds:.0f} s"


if __name__ == "__main__":
    sys.exit(main())
