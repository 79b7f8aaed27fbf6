"""The loops live on: one circle's mistake, or one round's, ends nothing for the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa import loops
from herning_pwa.circles.models import Circle
from herning_pwa.db import reading, transaction
from herning_pwa.errors import NotAllowed
from herning_pwa.loops import CarriedOut, keep_times, living_on, settle_each
from tests.cast import assemble
from tests.fresh import fresh_database, installation


@pytest.fixture
def circles(engine: Engine, tmp_path: Path) -> Iterator[list[UUID]]:
    """An installation with the two circles."""
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            assemble(db)
        with reading() as db:
            yield list(db.scalars(select(Circle.id).order_by(Circle.id)))


@pytest.mark.parametrize("mistake", [ValueError("Emil"), NotAllowed("Emil")])
def test_one_circle_that_cannot_be_settled_holds_back_none(
    circles: list[UUID], mistake: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    first, _second = circles

    def settle(db: Session, circle_id: UUID) -> None:
        db.get_one(Circle, circle_id).name = "Kredsen om os"
        if circle_id == first:
            raise mistake

    settle_each(circles, settle)
    with reading() as db:
        names = [db.get_one(Circle, circle_id).name for circle_id in circles]
    assert names[0] != "Kredsen om os"
    assert names[1] == "Kredsen om os"
    assert f"circle {first} was not settled: {type(mistake).__name__}" in caplog.text
    assert "Emil" not in caplog.text


def test_a_round_that_fails_is_followed_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(BaseException):
        """Ends the loop of the test: a loop goes on for ever."""

    rounds = iter([ValueError("Emil"), None])

    def carry_out() -> CarriedOut:
        wrong = next(rounds, Enough())
        if wrong:
            raise wrong
        return CarriedOut()

    monkeypatch.setattr(loops, "PAUSE_SECONDS", 0.0)
    with pytest.raises(Enough):
        asyncio.run(keep_times(carry_out, lambda: 0.0))


def test_the_house_can_still_be_told_to_stop() -> None:
    with pytest.raises(asyncio.CancelledError), living_on("not stopped"):
        raise asyncio.CancelledError
