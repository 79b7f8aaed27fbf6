"""Refusals leave a row; what was refused does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from herning_pwa import db
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.errors import NotFound
from herning_pwa.goals.models import Goal
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.people.models import Method
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.running import look
from herning_pwa.people.sessions import begin_session
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.fresh import fresh_database, installation


@pytest.fixture
def fredes_session_and_emils_goal(engine: Engine, tmp_path: Path) -> Iterator[tuple[str, str]]:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with db.transaction() as session:
            cast = assemble(session)
            goal: Goal = agreed_goal(session, cast.circle, cast.mette)
            session.flush()
            secret = begin_session(session, cast.frede, method=Method.PASSKEY)
            given = hash_secret(secret), str(goal.id)
        yield given


def denied() -> list[str]:
    with db.reading() as session:
        rows = select(Activity.action).where(Activity.outcome == Outcome.DENIED)
        return list(session.scalars(rows))


def test_a_look_at_another_familys_goal_is_logged(
    fredes_session_and_emils_goal: tuple[str, str],
) -> None:
    session_hash, goal_id = fredes_session_and_emils_goal
    with pytest.raises(NotFound):
        look(session_hash, goal_page, {"goal_id": goal_id})
    assert denied() == ["goal_page"]


def test_an_open_page_that_may_no_longer_be_seen_is_no_attempt(
    fredes_session_and_emils_goal: tuple[str, str],
) -> None:
    session_hash, goal_id = fredes_session_and_emils_goal
    with pytest.raises(NotFound):
        look(session_hash, goal_page, {"goal_id": goal_id}, is_asked=False)
    assert denied() == []
