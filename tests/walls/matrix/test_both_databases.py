"""Every cell of the matrix, asked of the commands and queries on both kinds of database."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound
from herning_pwa.people.models import Person
from herning_pwa.people.queries.shell import kept_forms
from tests.walls.matrix.acts import ACTS
from tests.walls.matrix.canaries import canary, heard_in
from tests.walls.matrix.cells import ADDRESSES, DEEDS, LOOKS, NAMES, Row
from tests.walls.matrix.looks import looks_of
from tests.walls.matrix.people import EVERYBODY
from tests.walls.matrix.tally import TALLY
from tests.walls.matrix.world import World


def person(db: Session, world: World, name: str) -> Person:
    db.expire_all()
    return db.get_one(Person, world.people[name])


def outcome(db: Session, actor: Person, command, arguments: dict) -> str:
    """What the cell is: yes, no, - or =. Whatever was done is undone."""
    before = _logged(db)
    savepoint = db.begin_nested()
    try:
        command(db, actor, **arguments)
        db.flush()
        return "=" if _logged(db) == before else "yes"
    except NotFound:
        return "-"
    except NotAllowed:
        return "no"
    except (Conflict, Invalid):
        return "="
    finally:
        savepoint.rollback()


def _logged(db: Session) -> int:
    return db.scalar(select(func.count()).select_from(Activity)) or 0


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("row", DEEDS, ids=str)
def test_an_act(shared_db: Session, world: World, row: Row) -> None:
    act, where = ACTS[row.act], shared_db.get_bind().dialect.name
    for name, cell in row.asked:
        actor = person(shared_db, world, name)
        found = outcome(shared_db, actor, act.command, act.fields(world, row.thing))
        TALLY.compare(where, f"{row} · {name}", cell, found)


def everything(db: Session, world: World, name: str) -> str:
    """All that a person can ask to see, as one text."""
    seen = []
    for look in looks_of(world, name):
        actor = person(db, world, name)
        try:
            answer = look.query(db, actor, **look.arguments)
        except DomainError as refused:
            answer = str(refused)
        unfolded = answer.replace(b"\r\n ", b"").decode() if isinstance(answer, bytes) else answer
        seen.append(str(unfolded))
    return "\n".join([*seen, str(kept_forms(db, person(db, world, name)))])


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("name", EVERYBODY)
def test_what_is_seen(shared_db: Session, world: World, name: str) -> None:
    text, where = everything(shared_db, world, name), shared_db.get_bind().dialect.name
    heard = heard_in(text)
    for row in [*LOOKS, *ADDRESSES]:
        if row.cell(name) != "*":
            found = "yes" if canary(row.thing) in heard else "-"
            TALLY.compare(where, f"see {row} · {name}", row.cell(name), found)
    for row in NAMES:
        found = "yes" if row.thing in text else "-"
        TALLY.compare(where, f"know of {row} · {name}", row.cell(name), found)
