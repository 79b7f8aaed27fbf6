"""The calendar file and the feed over HTTP, as a phone fetches them or a stranger tries to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.db import make_engine
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.commands.calendar import make_feed, remove_feed
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


def test_an_address_typed_by_hand_leads_to_the_meeting_and_its_lock(
    server: Server, called: UUID
) -> None:
    mette = phone(server, "mette@familie.example")
    del mette.headers["Origin"]
    address = f"{routes.meeting_file(called)}?detaljer=1"
    typed = mette.get(address, headers={"Sec-Fetch-Site": "none"})
    assert (typed.status_code, typed.headers["location"]) == (303, routes.meeting(called))
    assert mette.get(address, headers={"Sec-Fetch-Site": "same-origin"}).is_success


def test_frede_gets_nothing_and_his_attempt_is_logged(
    server: Server, called: UUID, database: Engine
) -> None:
    answer = phone(server, "frede@kommune.example").get(routes.meeting_file(called))
    assert (answer.status_code, answer.content) == (404, b"")
    with Session(database) as db:
        denied = db.query(Activity).filter_by(object_id=called, outcome=Outcome.DENIED).one()
        assert denied.action == "calendar_file"


@pytest.mark.parametrize("wrong", ["0192f000-0000-7000-8000-000000000000", "x", "%00", "'--"])
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


@pytest.fixture
def mettes_feed(database: Engine) -> Callable[[], str]:
    """Make Mette a new feed; gives its address."""

    def make() -> str:
        with Session(database.execution_options(writes=True)) as db, db.begin():
            mette = db.query(Person).filter_by(first_name="Mette").one()
            make_feed(db, mette)
            db.flush()
            return routes.calendar_feed(secret_of(feed_of(db, mette)))

    return make


def test_mettes_calendar_needs_no_sign_in_and_nobody_keeps_it(
    server: Server, called: UUID, mettes_feed: Callable[[], str]
) -> None:
    answer = phone(server).get(mettes_feed())
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert f"UID:{called}" in answer.text
    assert "Skolen" not in answer.text


def test_a_phone_may_ask_for_the_head_alone(server: Server, mettes_feed: Callable[[], str]) -> None:
    answer = phone(server).head(mettes_feed())
    assert (answer.status_code, answer.content) == (200, b"")


def test_an_old_a_removed_and_a_guessed_address_are_not_found(
    server: Server, mettes_feed: Callable[[], str], database: Engine
) -> None:
    old, removed = mettes_feed(), mettes_feed()
    with Session(database.execution_options(writes=True)) as db, db.begin():
        remove_feed(db, db.query(Person).filter_by(first_name="Mette").one())
    for address in (old, removed, routes.calendar_feed("x"), routes.calendar_feed("%00%ff")):
        answer = phone(server, "mette@familie.example").get(address)
        assert (answer.status_code, answer.content) == (404, b"")
        assert answer.headers["cache-control"] == "private, no-store"


def test_the_address_is_in_no_log(server: Server, mettes_feed: Callable[[], str]) -> None:
    address = mettes_feed()
    phone(server).get(address)
    phone(server).post(address)
    assert address.rpartition("/")[2].removesuffix(".ics") not in server.log.read_text()


def test_guessing_is_slowed_down_for_the_one_who_guesses(
    server: Server, mettes_feed: Callable[[], str]
) -> None:
    elsewhere = httpx.HTTPTransport(local_address="127.0.0.7")
    with httpx.Client(base_url=server.url, transport=elsewhere) as guesser:
        answers = [guesser.get(routes.calendar_feed(f"gaet{n}")) for n in range(61)]
        assert [answer.status_code for answer in answers] == [404] * 60 + [429]
        assert answers[-1].content == b""
        assert guesser.get(mettes_feed()).status_code == 429
    assert phone(server).get(mettes_feed()).status_code == 200
