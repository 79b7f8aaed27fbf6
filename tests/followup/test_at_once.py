"""Sanne and Peter set one child's ruler at the very same moment, on committed rows."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import Engine, func, select

from herning_pwa.db import reading, transaction
from herning_pwa.errors import Conflict
from herning_pwa.followup.commands import set_ruler
from herning_pwa.followup.models import RulerReading
from herning_pwa.people.models import Person
from tests.cast import Cast, assemble
from tests.followup.reading import WORDS
from tests.fresh import fresh_database, installation


@pytest.fixture
def committed(engine: Engine, tmp_path: Path) -> Iterator[Cast]:
    with (
        fresh_database(engine, tmp_path) as url,
        installation(HERNING_DATABASE_URL=url),
    ):
        with transaction() as db:
            cast = assemble(db)
        yield cast


def test_one_is_first_and_the_other_is_told(committed: Cast) -> None:
    start = Barrier(2)

    def write(person_id: UUID) -> str:
        start.wait()
        try:
            with transaction() as db:
                said = {"seen": "", "number": "3", "words": WORDS}
                by = db.get_one(Person, person_id)
                set_ruler(db, by, child_id=committed.emil.id, **said)
        except Conflict as told:
            return str(told)
        return "first"

    with ThreadPoolExecutor() as threads:
        came = list(threads.map(write, [committed.sanne.id, committed.peter.id]))
    assert "first" in came
    assert sum("har sat linealen i mellemtiden" in word for word in came) == 1
    with reading() as db:
        assert db.scalar(select(func.count()).select_from(RulerReading)) == 1
