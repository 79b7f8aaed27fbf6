"""``make bench-meeting``: statements and time of a meeting's pages, on both databases.

A follow-up that has begun, with twelve goals, eight people and two hundred progress entries, and
all that a meeting leaves: outcomes, steps, the ruler, the ladder, a next date, a summary. Its page
as a parent and as the social worker sees it, the summary, and every kind of stop of holding it.
Counts the query alone; ends with 1 when one of them needs more statements than it may, or asks
for the same relation twice.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa.followup.queries.day import day_page
from herning_pwa.followup.queries.stops import END, LADDER, NEXT, RULER
from herning_pwa.meetings.queries import meeting_page, summary_page
from tests.cast import assemble, person_by_id
from tests.counting import statements_of
from tests.full_meeting import AT_MOST, INVITED, begin, called, decide_on, talk_about
from tests.postgres import postgres_server
from tests.schema import create_schema

GOALS, ENTRIES, ROUNDS, MILLISECONDS = 12, 200, 21, 1_000


@dataclass(frozen=True)
class Look:
    """One page, as one person loads it."""

    page: str
    who: str
    query: Callable[..., Any]
    asked: dict[str, Any] = field(default_factory=dict)


LOOKS = (
    Look("/moeder/[id]", "mette", meeting_page),
    Look("/moeder/[id]", "sanne", meeting_page),
    Look("… referat", "mette", summary_page),
    Look("… holdt, a goal", "sanne", day_page, {"uncovered": True}),
    Look("… the ruler", "sanne", day_page, {"at": RULER, "uncovered": True}),
    Look("… the ladder", "sanne", day_page, {"at": LADDER, "uncovered": True}),
    Look("… next date", "sanne", day_page, {"at": NEXT}),
    Look("… the end", "sanne", day_page, {"at": END}),
)


def main() -> int:
    fine = True
    with TemporaryDirectory() as folder, postgres_server() as postgres:
        file = f"sqlite:///{Path(folder) / 'sammen.db'}"
        for kind, url in (("SQLite", file), ("PostgreSQL", postgres)):
            print(f"\n{kind}: {GOALS} goals, {len(INVITED) + 1} people, {ENTRIES} entries")
            engine = create_schema(url)
            with Session(engine.execution_options(writes=True)) as db:
                kept = [_report(*row) for row in _measure(db)]
            fine = fine and all(kept)
            engine.dispose()
    return 0 if fine else 1


def _measure(db: Session) -> Iterator[tuple[Look, list[str], float]]:
    cast = assemble(db)
    meeting = called(db, cast)
    goals = talk_about(db, cast, meeting, goals=GOALS, entries=ENTRIES)
    begin(db, cast, meeting)
    decide_on(db, cast, meeting, goals)
    meeting_id, people = meeting.id, {name: one.id for name, one in cast.people.items()}
    for look in LOOKS:
        reader, asked = person_by_id(db, people[look.who]), {"meeting_id": meeting_id, **look.asked}
        said = statements_of(db, look.query, reader, **asked)
        times = []
        for _round in range(ROUNDS):
            db.expunge_all()
            actor = person_by_id(db, reader.id)
            started = time.perf_counter()
            look.query(db, actor, **asked)
            times.append((time.perf_counter() - started) * MILLISECONDS)
        yield look, said, statistics.median(times)


def _report(look: Look, said: list[str], milliseconds: float) -> bool:
    keeps = len(said) <= AT_MOST and len(set(said)) == len(said)
    over = "" if keeps else f"  <-- more than {AT_MOST}, or one of them twice"
    print(f"{look.page:18} {look.who:6} {len(said):3} SQL {milliseconds:8.1f} ms{over}")
    return keeps


if __name__ == "__main__":
    sys.exit(main())
