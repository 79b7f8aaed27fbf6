"""One world for each kind of database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.walls.matrix.tally import TALLY
from tests.walls.matrix.world import World, build


@pytest.fixture(scope="module")
def shared_db(engine: Engine) -> Iterator[Session]:
    """One session for the whole module: each cell undoes its own work."""
    with engine.execution_options(writes=True).connect() as connection:
        outer = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        outer.rollback()


@pytest.fixture(scope="module")
def world(shared_db: Session) -> World:
    world = build(shared_db)
    shared_db.flush()
    return world


@pytest.fixture
def no_wrong_cell() -> Iterator[None]:
    """Fails the test with every wrong cell it found, not only with the first."""
    before = len(TALLY.wrong)
    yield
    assert TALLY.wrong[before:] == []
