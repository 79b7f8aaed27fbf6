"""``make bench-meeting``: statements and time of a meeting's pages, on both databases.

A follow-up that has begun, with twelve goals, eight people and two hundred progress entries: its
page as a parent and as the social worker sees it, and every kind of stop of holding it. Counts
the query alone; ends with 1 when one of them needs more statements than it may.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.followup.commands import choose_ladder_step, decide_on_goal
from herning_pwa.followup.queries.day import day_page
from herning_pwa.followup.queries.stops import END, LADDER, NEXT, RULER
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import add_point, plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal, step_for
from tests.cast import Cast, assemble, person_by_id
from tests.counting import counted
from tests.postgres import postgres_server
from tests.schema import create_schema

GOALS, ENTRIES, ROUNDS, MILLISECONDS = 12, 200, 21, 1_000
INVITED = ("mette", "anders", "karl", "freja", "inger", "jens", "peter")  # eight with Sanne
SPEAK = ("mette", "anders", "freja", "inger", "jens", "peter", "sanne")
AT_MOST = 15


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


def _measure(db: Session) -> Iterator[tuple[Look, int, float]]:
    cast = assemble(db)
    meeting = _begun(db, cast)
    _fill(db, cast, meeting)
    meeting_id, people = meeting.id, {name: one.id for name, one in cast.people.items()}
    for look in LOOKS:
        times, statements = [], 0
        for _round in range(ROUNDS):
            db.flush()
            db.expunge_all()
            actor = person_by_id(db, people[look.who])
            started = time.perf_counter()
            with counted(db) as said:
                look.query(db, actor, meeting_id=meeting_id, **look.asked)
            times.append((time.perf_counter() - started) * MILLISECONDS)
            statements = len(said)
        yield look, statements, statistics.median(times)


def _report(look: Look, statements: int, milliseconds: float) -> bool:
    keeps = statements <= AT_MOST
    over = "" if keeps else f"  <-- more than {AT_MOST}"
    print(f"{look.page:18} {look.who:6} {statements:3} SQL {milliseconds:8.1f} ms{over}")
    return keeps


def _begun(db: Session, cast: Cast) -> Meeting:
    meeting = plan_meeting(
        db,
        cast.sanne,
        circle_id=cast.circle.id,
        form_key=uuid4(),
        kind="follow_up",
        day=(today() + timedelta(days=1)).isoformat(),
        start="10:00",
        end="11:00",
        people=[str(getattr(cast, name).id) for name in INVITED],
    )
    meeting.starts_at = clock.now() - timedelta(minutes=5)
    meeting.ends_at = clock.now() + timedelta(hours=1)
    return meeting


def _fill(db: Session, cast: Cast, meeting: Meeting) -> None:
    here = {"meeting_id": meeting.id, "seen": ""}
    goals = [agreed_goal(db, cast.circle, cast.mette, f"Mål {n}") for n in range(GOALS)]
    for n in range(ENTRIES):
        record_progress(
            db,
            getattr(cast, SPEAK[n % len(SPEAK)]),
            goal_id=goals[n % GOALS].id,
            client_key=str(uuid4()),
            rating=n % 11,
            note="Det går fremad.",
        )
    for goal in goals:
        step_for(db, goal, cast.anders, "Skridt")
        about = {"goal_id": goal.id, "wording_id": goal.shown_wording.id, "kind": "continue"}
        decide_on_goal(db, cast.sanne, **about, **here)
        add_point(db, cast.mette, meeting_id=meeting.id, text=f"Punkt {goal.id}")
    choose_ladder_step(db, cast.sanne, step=2, reason="Det går godt.", **here)


if __name__ == "__main__":
    sys.exit(main())
