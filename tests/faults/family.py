"""An installation for a bad day: the cast, a goal they all write about, and a phone for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Engine

from herning_pwa.db import transaction
from herning_pwa.people.models import Method
from herning_pwa.people.sessions import begin_session
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.faults.phones import Phone, Sealed, over_http
from tests.fresh import fresh_database, installation
from tests.outbox import seal
from tests.server import Server, free_port, start_server

WRITERS = ("mette", "anders", "freja", "inger", "jens", "sanne", "peter")
EVERY_FIFTIETH = 50


@dataclass(frozen=True)
class Family:
    """Who writes (with the cookie of each phone), about what, and what none of them may see."""

    goal_id: UUID
    hidden_goal_id: UUID
    phones: list[tuple[UUID, str]]


@dataclass(frozen=True)
class Line:
    """Something written: its words, and whether it is about a goal its writer may see."""

    words: str
    is_allowed: bool
    entry: Sealed


@contextmanager
def moved_in(like: Engine, folder: Path, *, phones: int) -> Iterator[tuple[Family, Server]]:
    """A running server on a new database of the same kind as ``like``, which is this process's
    own too until the block ends."""
    with fresh_database(like, folder) as url, installation(HERNING_DATABASE_URL=url):
        family = _move_in(phones)
        server = start_server(folder, free_port(), url)
        try:
            yield family, server
        finally:
            server.stop()


def _move_in(phones: int) -> Family:
    """Several phones may be one person's."""
    with transaction() as db:
        cast = assemble(db)
        goal = agreed_goal(db, cast.circle, cast.mette)
        hidden = agreed_goal(db, cast.other_circle, cast.fatima, "Alma sover trygt")
        people = [getattr(cast, name) for name in islice(cycle(WRITERS), phones)]
        cookies = [f"sid={begin_session(db, each, method=Method.PASSKEY)}" for each in people]
        owners = [person.id for person in people]
        return Family(goal.id, hidden.id, list(zip(owners, cookies, strict=True)))


def phones_of(
    family: Family, server: Server, *, port: int, batch: int, patience: float
) -> list[Phone]:
    """Everybody's phones, which reach the server through ``port``."""
    return [
        Phone(
            person,
            over_http(port, host=f"localhost:{server.port}", cookie=cookie, patience=patience),
            batch=batch,
        )
        for person, cookie in family.phones
    ]


def write(family: Family, phone: Phone, number: int) -> Line:
    """Keep one line of progress on the phone; every fiftieth is about a goal of others."""
    is_allowed = number % EVERY_FIFTIETH != EVERY_FIFTIETH - 1
    words = f"Linje {number} fra {id(phone)}: Emil kom til tiden i dag."
    fields = {
        "goal_id": str(family.goal_id if is_allowed else family.hidden_goal_id),
        "client_key": str(uuid4()),
        "rating": str(number % 11),
        "note": words,
        "kept_for": "all",
    }
    line = Line(words, is_allowed, seal("progress", fields, phone.person))
    phone.keep(line.entry)
    return line
