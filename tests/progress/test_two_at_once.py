"""Two taps that truly arrive together, on the database that lets them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.schema import create_schema

TAPS = 4


@pytest.fixture
def busy_engine(postgres_url: str) -> Engine:
    """A database of its own, because here the work is really committed."""
    name = f"taps_{uuid4().hex}"
    server = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    server.dispose()
    url = make_url(postgres_url).set(database=name)
    return create_schema(url.render_as_string(hide_password=False))


def test_taps_that_arrive_together_are_one_entry(busy_engine: Engine) -> None:
    with Session(busy_engine) as db:
        cast = assemble(db)
        goal = agreed_goal(db, cast.circle, cast.mette, lifecycle=Lifecycle.ACCEPTED)
        goal_id, mette_id = goal.id, cast.mette.id
        db.commit()
    together, key = Barrier(TAPS), uuid4()

    def tap() -> UUID:
        with Session(busy_engine) as db, db.begin():
            mette = db.get_one(Person, mette_id)
            together.wait(60)
            return record_progress(db, mette, goal_id=goal_id, client_key=key, rating=6).id

    with ThreadPoolExecutor(TAPS) as pool:
        saved = {tapped.result(60) for tapped in [pool.submit(tap) for _ in range(TAPS)]}
    assert len(saved) == 1
    with Session(busy_engine) as db:
        assert db.scalar(select(func.count()).select_from(ProgressEntry)) == 1
        assert db.get_one(Goal, goal_id).lifecycle is Lifecycle.ACTIVE
    busy_engine.dispose()
