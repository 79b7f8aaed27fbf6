"""The calendar file over HTTP, as a phone fetches it or a stranger tries to."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.db import make_engine
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.people.models import Person
from tests.meeting_plans import meeting_called_by
from tests.server import Server


@pytest.fixture
def november() -> None:
    """The app under test keeps its own clock."""


@pytest.fixture
def database(server: Server) -> Iterator[Engine]:
    """The running app's own database."""
    engine = make_engine(server.database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def called(database: Engine) -> UUID:
    """The id of a meeting Sanne has called with Mette."""
    with Session(database.execution_options(writes=True)) as db, db.begin():
        people = {p.first_name: p for p in db.query(Person)}
        (place,) = people["Sanne"].active_memberships
        return meeting_called_by(db, people["Sanne"], place.circle, people["Mette"]).id


def phone(server: Server, email: str = "") -> httpx.Client:
    client = httpx.Client(base_url=server.url, headers={"Origin": server.url})
    if email:
        client.post(routes.API_SESSION, data={"email": email, "password": DEMO_PASSWORD})
    return client


def test_mette_gets_a_neutral_file_that_nobody_keeps(server: Server, called: UUID) -> None:
    answer = phone(server, "mette@familie.example").get(routes.meeting_file(called))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="moede.ics"'
    assert "SUMMARY:Møde" in answer.text
    assert "Skolen" not in answer.text


def test_mette_gets_kind_and_place_when_she_asks(server: Server, called: UUID) -> None:
    address = routes.meeting_file(called)
    answer = phone(server, "mette@familie.example").get(f"{address}?detaljer=1")
    assert "SUMMARY:Netværksmøde" in answer.text
    assert "LOCATION:Skolen" in answer.text


def test_frede_gets_nothing_and_his_attempt_is_logged(
    server: Server, called: UUID, database: Engine
) -> None:
    answer = phone(server, "frede@kommune.example").get(routes.meeting_file(called))
    assert (answer.status_code, answer.content) == (404, b"")
    with Session(database) as db:
        denied = db.query(Activity).filter_by(object_id=called, outcome=Outcome.DENIED).one()
        assert denied.action == "calendar_file"


@pytest.mark.parametrize("wrong", [str(uuid4()), "x", "%00", "'--"])
def test_an_address_of_nothing_is_not_found(server: Server, wrong: str) -> None:
    answer = phone(server, "mette@familie.example").get(routes.meeting_file(wrong))
    assert (answer.status_code, answer.content) == (404, b"")


def test_a_stranger_is_not_even_told_whether_it_exists(server: Server, called: UUID) -> None:
    for meeting_id in (called, uuid4(), "x"):
        answer = phone(server).get(routes.meeting_file(meeting_id))
        assert (answer.status_code, answer.content) == (401, b"")


def test_only_reading_is_offered(server: Server, called: UUID) -> None:
    address = routes.meeting_file(called)
    assert phone(server, "mette@familie.example").post(address).status_code == 405
