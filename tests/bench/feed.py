"""``make bench-feed``: one person's feed of 500 meetings, with all the details there are.

As the route fetches it: from the secret in the address to the bytes. Prints the median and the
SQL statements of each database; ends with 1 when one of them misses the goal, or when Python's
icalendar or npm's ical.js does not find every meeting in it.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from icalendar import Calendar
from sqlalchemy import insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from herning_pwa import clock, db
from herning_pwa.demo.families import Families, move_in
from herning_pwa.meetings.models import Attendance, Kind, Meeting, Status
from herning_pwa.meetings.queries.calendar import calendar_feed
from herning_pwa.meetings.queries.event import written
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.commands.calendar import choose_feed_details, make_feed
from tests.bench.db import statements
from tests.fresh import fresh_database, installation
from tests.meetings.reader import read_by_others
from tests.postgres import postgres_server

MEETINGS = 500
ROUNDS = 41
MILLISECONDS_AT_MOST = 200
MILLISECONDS = 1_000


def call_meetings(session: Session, families: Families) -> None:
    sanne, mette = families.people["Sanne"].id, families.people["Mette"].id
    ids = [uuid7() for _n in range(MEETINGS)]
    session.execute(
        insert(Meeting), [_meeting(families, sanne, id_, n) for n, id_ in enumerate(ids)]
    )
    asked = {"person_id": mette, "invited_by_id": sanne}
    session.execute(insert(Attendance), [{"meeting_id": id_, **asked} for id_ in ids])


def _meeting(families: Families, sanne: UUID, id_: UUID, n: int) -> dict[str, object]:
    starts_at = clock.now() + timedelta(days=n)
    return {
        "id": id_,
        "circle_id": families.circle.id,
        "organiser_id": sanne,
        "form_key": uuid7(),
        "kind": Kind.NETWORK,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1),
        "place": "Rådhuset, lokale 2",
        "status": Status.PLANNED,
        "version": 1,
    }


@dataclass(frozen=True)
class Cost:
    """In milliseconds: with every event written anew, and with the unchanged ones remembered."""

    first: float
    again: float
    statements: int


def measure() -> Cost:
    """What the feed costs in a new database."""
    secret = fill()
    with statements() as said:
        text = fetch(secret).decode()
    assert len(Calendar.from_ical(text).walk("VEVENT")) == MEETINGS
    assert len(read_by_others(text)["events"]) == MEETINGS
    asked = len(said)
    again = statistics.median(_time(secret) for _n in range(ROUNDS))
    return Cost(statistics.median(_first_time(secret) for _n in range(ROUNDS)), again, asked)


def fill() -> str:
    """Call the meetings and connect Mette's calendar; gives its secret."""
    with db.transaction() as session:
        families = move_in(session)
        call_meetings(session, families)
        make_feed(session, families.people["Mette"])
        choose_feed_details(session, families.people["Mette"], detailed=True)
        session.flush()
        feed = feed_of(session, families.people["Mette"])
        assert feed
        return secret_of(feed)


def _first_time(secret: str) -> float:
    written.cache_clear()
    return _time(secret)


def _time(secret: str) -> float:
    started = time.perf_counter()
    fetch(secret)
    return (time.perf_counter() - started) * MILLISECONDS


def fetch(secret: str) -> bytes:
    with db.reading() as session:
        return calendar_feed(session, secret=secret)


def main() -> int:
    reached = []
    with tempfile.TemporaryDirectory() as folder, postgres_server() as postgres:
        for like in (f"sqlite:///{folder}/like.db", postgres):
            engine = db.make_engine(like)
            with (
                fresh_database(engine, Path(folder)) as url,
                installation(HERNING_DATABASE_URL=url),
            ):
                cost = measure()
            engine.dispose()
            print(
                f"{like.split(':', maxsplit=1)[0]:<20}{MEETINGS} meetings, median of {ROUNDS}: "
                f"{cost.first:.0f} ms, unchanged {cost.again:.0f} ms, {cost.statements} statements"
            )
            reached.append(cost.first < MILLISECONDS_AT_MOST)
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
