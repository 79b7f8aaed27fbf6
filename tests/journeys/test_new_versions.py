"""A new version waits until it is let in: nothing that is being typed is ever reloaded away."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Route, expect

from herning_pwa import routes
from herning_pwa.build.once import WEB
from tests.journeys.phone import Phone
from tests.journeys.test_leaving_something_unsent import OUTBOX, hold_back
from tests.journeys.test_writing_offline import KEPT, says
from tests.server import Server, running_server, start_server

ASSETS = WEB / "build" / "client" / "assets"
WORDS, SAVED = "Han gik selv i seng", "Han børstede tænder"
TIMES_SAVED = f"SELECT count(*) FROM progress_entry WHERE note = '{SAVED}'"
FIELD = "Hvad har du set?"
HERE = "Inger skriver stadig her"
ANOTHER_SCHEMA = "0" * 32
CONTROLLED = "() => navigator.serviceWorker.controller"
NONE_WAITS = "async () => !(await navigator.serviceWorker.ready).waiting"


def bar(phone: Phone) -> Locator:
    return phone.page.get_by_role("status").filter(has_text="Der er en ny version.")


def of_another_version(route: Route) -> None:
    """The page's own script, built for another server."""
    answer = route.fetch()
    route.fulfill(
        response=answer, body=re.sub(r"`[0-9a-f]{32}`", f"`{ANOTHER_SCHEMA}`", answer.text())
    )


@pytest.fixture
def inger(phone: Callable[..., Phone]) -> Phone:
    return phone("inger")


def test_a_page_of_another_version_than_its_server_ends_at_a_button(
    inger: Phone, server: Server, tmp_path: Path
) -> None:
    """Once it goes on by itself; then it asks, and with words in a form it never does more."""
    [script] = [file for file in ASSETS.glob("*.js") if "stateSchema:()" in file.read_text()]
    inger.context.route(f"**/{script.name}", of_another_version)
    inger.open(routes.WRITE)
    expect(bar(inger)).to_be_visible()
    inger.page.evaluate("sessionStorage.removeItem('reflex_last_reloaded_on_error')")
    inger.page.evaluate("here => (document.title = here)", HERE)
    inger.write(FIELD, WORDS)
    server.crash()
    back = start_server(tmp_path, server.port, server.database_url)
    try:
        expect(inger.page.locator("html")).not_to_have_attribute("data-offline", "")
        expect(inger.page.get_by_label(FIELD)).to_have_value(WORDS)
        assert inger.page.title() == HERE
        bar(inger).get_by_role("button", name="Opdater").click()
        expect(inger.page).not_to_have_title(HERE)
    finally:
        inger.context.unroute_all(behavior="ignoreErrors")  # the worker may still be fetching
        inger.put_away()
        inger.complaints.clear()  # refused connections are errors in the browser's log
        back.crash()


def test_a_new_worker_waits_for_the_reader(phone: Callable[..., Phone], tmp_path: Path) -> None:
    """What she saved before it came, and nobody has answered, comes once all the same."""
    with running_server(tmp_path) as old:
        inger = phone("inger", url=old.url).open(routes.WRITE)
        inger.page.wait_for_function(CONTROLLED)
        hold_back(inger)
        inger.page.locator("label:has(input[name=goal_id])").first.click()
        inger.write(FIELD, SAVED).tap("Gem", exact=True).sees(KEPT)
        inger.write(FIELD, WORDS)
        inger.page.evaluate("here => (document.title = here)", HERE)
        old.crash()
        new = start_server(
            tmp_path, old.port, old.database_url, REFLEX_WEB_WORKDIR=next_build(tmp_path)
        )
        try:
            inger.page.evaluate("() => navigator.serviceWorker.ready.then((here) => here.update())")
            expect(bar(inger)).to_be_visible()
            assert inger.page.title() == HERE
            expect(inger.page.get_by_label(FIELD)).to_have_value(WORDS)
            bar(inger).get_by_role("button", name="Opdater").click()
            expect(inger.page).not_to_have_title(HERE)
            inger.settle()
            expect(bar(inger)).to_be_hidden()
            assert "pages-next" in inger.page.evaluate("caches.keys()")
            inger.until(lambda: inger.page.evaluate(NONE_WAITS))
            unsent = inger.page.get_by_role("link", name="Ikke sendt: 1")
            expect(unsent).to_be_visible()
            inger.page.unroute(OUTBOX)
            inger.open(routes.WRITE)
            expect(unsent).to_have_count(0)
            assert says(new, TIMES_SAVED) == [(1,)]
        finally:
            inger.put_away()
            inger.complaints.clear()
            new.crash()


def next_build(folder: Path) -> str:
    """The same pages with another worker, as after an update of the server."""
    build = folder / "web"
    shutil.copytree(WEB, build, ignore=shutil.ignore_patterns("node_modules", "*.br", "*.gz"))
    worker = build / "build" / "client" / "sw.js"
    text = re.sub(r'"version": "\w+"', '"version": "next"', worker.read_text())
    worker.write_text(re.sub(r'"/assets/manifest-\w+\.js", ', "", text))
    return str(build)
