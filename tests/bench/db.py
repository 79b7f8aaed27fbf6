"""``make bench-db``: SQL statements and time of each page, with few and with many goals.

The goals lie in many circles of the same size, as in a municipality, and the family that is
looked at has many of its own, so that a query for each row would show. Each page is loaded as
an open page loads it: the gate's look-up, then the query with shell and actor. Prints a
table; fails when a page's statements differ, exceed its limit, or its time grows too much.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event, func, insert, select
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from herning_pwa import clock, db
from herning_pwa.circles.models import Circle, Membership, Relation, Role
from herning_pwa.circles.queries import circle_page
from herning_pwa.demo.families import Families, move_in
from herning_pwa.demo.story import tell
from herning_pwa.desk.queries import desk_page
from herning_pwa.gate import _find
from herning_pwa.goals.models import (
    Answer,
    AnswerKind,
    Area,
    Audience,
    Goal,
    Lifecycle,
    Whose,
    Wording,
    WordingState,
)
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries.today import today_page
from herning_pwa.i18n import today
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.queries import meeting_list, meeting_page
from herning_pwa.people.models import Method, Person
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.running import CURRENT_CIRCLE
from herning_pwa.people.running import look as look_up
from herning_pwa.people.sessions import begin_session
from herning_pwa.progress.models import ProgressEntry
from tests.fresh import fresh_database, installation
from tests.postgres import postgres_server

FEW, MANY = 200, 20_000
GOALS_IN_A_CIRCLE = 10
GOALS_OF_OUR_OWN = 40
STATEMENTS_AT_MOST = 12
# Pages that gather from many rooms may ask more: one statement or so for each kind of row, and
# never more with more rows. Three of them find out who is asking.
TODAY_AT_MOST = 17  # goals, proposals, meetings, summaries, preparations, rounds, suggestions
MEETING_AT_MOST = 18  # answers, times, points, preparations, summaries, changes, and goals' news
DESK_AT_MOST = 23  # the professional's circles, what waits in each room, what is due, what is quiet
GROWTH_AT_MOST = 1.5
ROUNDS = 41
MILLISECONDS = 1_000


@dataclass(frozen=True)
class Look:
    """One page, as one person loads it."""

    page: str
    who: str
    query: Callable[..., Any]
    arguments: dict[str, Any]
    at_most: int = STATEMENTS_AT_MOST


@dataclass(frozen=True)
class Cost:
    statements: int
    milliseconds: float


def crowd(db_session: Session, families: Families, goals: int) -> None:
    """Other families with goals, wordings, answers and progress, in bulk."""
    people = families.people
    own = [uuid7() for _n in range(GOALS_OF_OUR_OWN)]
    _their_goals(db_session, families.circle.id, people["Mette"].id, own)
    for first in range(0, goals, GOALS_IN_A_CIRCLE):
        circle, parent = uuid7(), uuid7()
        _one_family(db_session, circle, parent, first)
        ids = [uuid7() for _n in range(GOALS_IN_A_CIRCLE)]
        _their_goals(db_session, circle, parent, ids)


def _one_family(session: Session, circle: UUID, parent: UUID, number: int) -> None:
    worker = uuid7()
    session.execute(insert(Circle).values(id=circle, name=f"Kreds {number}"))
    session.execute(
        insert(Person),
        [
            {
                "id": parent,
                "first_name": "A",
                "email": f"a{number}@x.example",
                "password_hash": "!",
            },
            {
                "id": worker,
                "first_name": "B",
                "email": f"b{number}@x.example",
                "password_hash": "!",
            },
        ],
    )
    place = {"circle_id": circle, "_is_responsible": False}
    session.execute(
        insert(Membership),
        [
            place | {"person_id": parent, "role": Role.CUSTODY_PARENT, "relation": Relation.MOTHER},
            place
            | {
                "person_id": worker,
                "role": Role.PROFESSIONAL,
                "relation": Relation.SOCIAL_WORKER,
                "_is_responsible": True,
            },
        ],
    )


def _their_goals(session: Session, circle: UUID, parent: UUID, ids: list[UUID]) -> None:
    wordings = {goal: uuid7() for goal in ids}
    session.execute(
        insert(Goal),
        [
            {
                "id": goal,
                "circle_id": circle,
                "proposed_by_id": parent,
                "whose": Whose.FAMILY,
                "area": Area.HOME,
                "audience": Audience.CIRCLE,
                "lifecycle": Lifecycle.ACTIVE if n % 2 else Lifecycle.PROPOSED,
                "in_focus": False,
                "version": 1,
            }
            for n, goal in enumerate(ids)
        ],
    )
    session.execute(
        insert(Wording),
        [
            {
                "id": wordings[goal],
                "goal_id": goal,
                "number": 1,
                "title": f"Mål {n}",
                "why": "Det er vigtigt.",
                "proposed_by_id": parent,
                "proposed_at": clock.now(),
                "answer_due_on": today() + timedelta(days=n),
                "state": WordingState.AGREED if n % 2 else WordingState.OPEN,
            }
            for n, goal in enumerate(ids)
        ],
    )
    session.execute(
        insert(Answer),
        [
            {"wording_id": wordings[goal], "person_id": parent, "kind": AnswerKind.AGREE}
            for goal in ids
        ],
    )
    session.execute(
        insert(ProgressEntry),
        [
            {
                "goal_id": goal,
                "person_id": parent,
                "happened_on": today(),
                "rating": n % 11,
                "client_key": uuid7(),
            }
            for n, goal in enumerate(ids)
        ],
    )


def looks(families: Families, goal_id: UUID, meeting_id: UUID) -> list[Look]:
    here, at_it = {"circle_id": CURRENT_CIRCLE}, {"meeting_id": str(meeting_id)}
    return [
        Look("/", "Mette", today_page, here, TODAY_AT_MOST),
        Look("/maal", "Mette", goal_list, here),
        Look("/maal/nyt", "Mette", draft_page, here),
        Look("/maal/[id]", "Mette", goal_page, {"goal_id": str(goal_id)}),
        Look("/moeder", "Mette", meeting_list, here),
        Look("/moeder/[id]", "Mette", meeting_page, at_it, MEETING_AT_MOST),
        Look("/kreds", "Mette", circle_page, here),
        Look("/", "Sanne", today_page, here, TODAY_AT_MOST),
        Look("/arbejdsbord", "Sanne", desk_page, {}, DESK_AT_MOST),
    ]


@contextmanager
def statements() -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):  # transaction control asks nothing
            said.append(statement)

    event.listen(db.engine(), "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(db.engine(), "before_cursor_execute", note)


def load(look: Look, session_hash: str) -> None:
    """What one load of the page asks the database."""
    _find(session_hash, is_navigation=False)
    look_up(session_hash, look.query, look.arguments)


def cost(look: Look, session_hash: str) -> Cost:
    load(look, session_hash)
    with statements() as said:
        load(look, session_hash)
    times = []
    for _n in range(ROUNDS):
        started = time.perf_counter()
        load(look, session_hash)
        times.append((time.perf_counter() - started) * MILLISECONDS)
    return Cost(len(said), statistics.median(times))


def measure(goals: int) -> list[tuple[Look, Cost]]:
    """Fill this installation's database and look at every page."""
    with db.transaction() as session:
        families = move_in(session)
        tell(session, families)
        crowd(session, families, goals)
        secrets = {
            name: hash_secret(begin_session(session, families.people[name], method=Method.PASSKEY))
            for name in ("Mette", "Sanne")
        }
        goal = families.circle.id
        chosen = _busiest_goal(session, goal), _next_meeting(session, goal)
    with db.engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return [(look, cost(look, secrets[look.who])) for look in looks(families, *chosen)]


def _busiest_goal(session: Session, circle_id: UUID) -> UUID:
    statement = (
        select(ProgressEntry.goal_id)
        .join(Goal)
        .where(Goal.circle_id == circle_id)
        .group_by(ProgressEntry.goal_id)
        .order_by(func.count().desc())
    )
    return session.scalars(statement).first()


def _next_meeting(session: Session, circle_id: UUID) -> UUID:
    statement = (
        select(Meeting.id)
        .where(Meeting.circle_id == circle_id, Meeting.starts_at > clock.now())
        .order_by(Meeting.starts_at)
    )
    return session.scalars(statement).first()


def compare(kind: str, few: list[tuple[Look, Cost]], many: list[tuple[Look, Cost]]) -> bool:
    """Print one database's table; True when every page keeps its limits."""
    print(f"\n{kind}: {FEW} and {MANY} goals")
    print(f"{'page':16} {'who':7} {'SQL':>9} {'ms':>15} {'growth':>7}")
    fine = True
    for (look, small), (_look, large) in zip(few, many, strict=True):
        growth = large.milliseconds / small.milliseconds
        keeps = small.statements == large.statements <= look.at_most and growth < GROWTH_AT_MOST
        fine &= keeps
        print(
            f"{look.page:16} {look.who:7} {small.statements:4} {large.statements:4} "
            f"{small.milliseconds:7.1f} {large.milliseconds:7.1f} {growth:6.2f}x"
            f"{'' if keeps else '  <-- over the limit'}"
        )
    return fine


def main() -> int:
    fine = True
    folder = Path(tempfile.mkdtemp(prefix="sammen-bench-"))
    with postgres_server() as postgres:
        for kind, like in (("SQLite", f"sqlite:///{folder}/like.db"), ("PostgreSQL", postgres)):
            engine = db.make_engine(like)
            tables = []
            for goals in (FEW, MANY):
                with (
                    fresh_database(engine, folder) as url,
                    installation(HERNING_DATABASE_URL=url),
                ):
                    tables.append(measure(goals))
            fine &= compare(kind, *tables)
            engine.dispose()
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
