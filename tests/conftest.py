"""Fixtures everybody uses: a real database (both kinds) and the cast."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.cast import Cast, assemble
from tests.journeys.phone import Phone
from tests.postgres import postgres_server
from tests.schema import create_schema
from tests.server import Server, browser_options, running_server

pytest_plugins = ["tests.chance", "tests.walls.matrix.figure"]
os.environ.setdefault("HERNING_DEMO", "1")  # the demo's people and its sign-in are tested too
PATIENCE = 60.0  # seconds: nothing is given up because the machine is busy
vars(httpx.Client.__init__.__kwdefaults__["timeout"]).update(httpx.Timeout(PATIENCE).as_dict())
LONGEST_FIRST = ({"wired"}, {"server", "browser"})  # fixtures of the files that take longest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files first: what is left for the end is short, so that no core stands idle."""
    ranks: dict[Path, int] = {}
    for item in items:
        ranks[item.path] = min(_rank(item), ranks.get(item.path, len(LONGEST_FIRST)))
    items.sort(key=lambda item: ranks[item.path])


def _rank(item: pytest.Item) -> int:
    if item.path.stem.endswith("_machine"):
        return 0
    uses = getattr(item, "fixturenames", ())
    ranked = (rank for rank, long in enumerate(LONGEST_FIRST) if not long.isdisjoint(uses))
    return next(ranked, len(LONGEST_FIRST))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """A migrated database of each kind, shared by all tests: each rolls its own work back."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('db')}/sammen.db"
    else:
        url = request.getfixturevalue("postgres_url")
    engine = create_schema(url)
    yield engine
    engine.dispose()


@pytest.fixture
def db(engine: Engine) -> Iterator[Session]:
    """A session whose work is rolled back when the test is over."""
    with engine.execution_options(writes=True).connect() as connection:
        outer = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        outer.rollback()


@pytest.fixture
def cast(db: Session) -> Cast:
    """Two circles and everybody in them."""
    return assemble(db)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app with a fresh copy of the demo families, one for each test module."""
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")  # its loop must not run on under tests that start their own
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(**browser_options())
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """For modules about what only a whole browser has; they name it ``browser``."""
    browser = playwright.chromium.launch(**browser_options(whole=True))
    yield browser
    browser.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Callable[..., Phone]]:
    """``phone("mette")`` is Mette's own phone, signed in; ``phone()`` is a stranger's.

    Fails the test at the first console error or blocked script on any of them.
    """
    phones: list[Phone] = []

    def take(who: str = "", *, url: str = "", **options: object) -> Phone:
        phones.append(Phone(browser, url or server.url, who, **options))
        return phones[-1]

    yield take
    for each in phones:
        each.put_away()  # fails at the first request to another origin
    complaints = [complaint for each in phones for complaint in each.complaints]
    assert complaints == []
