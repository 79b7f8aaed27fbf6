"""Phones: real browsers that fail the test at the first error or blocked script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.phone import Phone
from tests.server import Server, browser_options


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_options())
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Callable[..., Phone]]:
    """``phone("mette")`` is Mette's own phone, signed in; ``phone()`` is a stranger's."""
    phones: list[Phone] = []

    def take(who: str = "", **options: object) -> Phone:
        phones.append(Phone(browser, server.url, who, **options))
        return phones[-1]

    yield take
    for each in phones:
        each.put_away()
    complaints = [complaint for each in phones for complaint in each.complaints]
    assert complaints == []
