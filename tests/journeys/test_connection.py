"""The page knows by itself when nobody is at the other end, and when somebody is again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from herning_pwa import routes
from tests.journeys.phone import Phone
from tests.server import Server, start_server

AT_MOST_MS = 4_500  # three seconds, and what the machine needs to say it
GONE = "Ingen forbindelse"
HERE = "not loaded again"
CALM = "() => navigator.serviceWorker.controller"
NOTES_WHEN = """() => {
  const note = () => (window.lostAt ??= Date.now());
  const offline = { attributeFilter: ["data-offline"] };
  new MutationObserver(note).observe(document.documentElement, offline);
}"""
# A phone whose worker has taken every part home would have this one too.
NO_WORKER = "delete Navigator.prototype.serviceWorker"


@pytest.fixture
def mette(phone: Callable[..., Phone]) -> Phone:
    return phone("mette").open(routes.GOALS)


def says_it_in_time(phone: Phone, bar: Locator, since: float) -> None:
    """By the page's own clock: how soon we get to look is no matter of the page's."""
    expect(bar).to_be_visible()
    assert phone.page.evaluate("lostAt") - since * 1000 <= AT_MOST_MS


def test_a_server_that_hangs_is_no_connection_after_three_seconds(
    mette: Phone, server: Server
) -> None:
    bar = mette.page.get_by_role("status").filter(has_text=GONE)
    held = mette.page.get_by_role("button", name="Det kræver forbindelse.", include_hidden=True)
    mette.open(routes.HOME).page.wait_for_function(CALM)
    mette.page.evaluate(NOTES_WHEN)
    with server.frozen():
        mette.tap("I dag", role="link")  # where she is, among buttons that need the server
        says_it_in_time(mette, bar, since=time.time())
        assert mette.page.evaluate("navigator.onLine")
        expect(held.first).to_have_attribute("aria-disabled", "true")
        mette.tap("Møder", role="link")
    expect(held).to_have_count(0)
    expect(bar).to_be_hidden()
    mette.settle().sees("Netværksmøde")


def test_a_part_that_does_not_come_is_a_dialog_and_not_one_reload_after_another(
    phone: Callable[..., Phone],
) -> None:
    sanne = phone("sanne")
    sanne.page.add_init_script(NO_WORKER)
    sanne.open(routes.HOME)
    sanne.page.evaluate("here => (document.title = here)", HERE)
    sanne.context.route("**/assets/_arbejdsbord*", lambda route: route.abort())
    sanne.page.locator(f"a[href='{routes.DESK}']").first.click()
    dialog = sanne.page.get_by_role("dialog")
    expect(dialog).to_contain_text("ikke på telefonen endnu")
    assert sanne.page.title() == HERE
    sanne.context.unroute_all()
    dialog.get_by_role("link", name="Prøv igen").click()
    expect(sanne.page).not_to_have_title(HERE)
    sanne.settle()
    sanne.complaints.clear()  # the part that did not come is an error in the browser's log


def test_a_server_that_is_gone_is_no_connection_and_the_page_fills_when_it_is_back(
    phone: Callable[..., Phone], server: Server, tmp_path: Path
) -> None:
    """With what was typed still standing in its form."""
    inger = phone("inger").open(routes.WRITE)
    inger.write("Hvad har du set?", "Han gik selv i seng")
    bar = inger.page.get_by_role("status").filter(has_text=GONE)
    inger.page.evaluate(NOTES_WHEN)
    server.crash()
    says_it_in_time(inger, bar, since=time.time())
    back = start_server(tmp_path, server.port, server.database_url)
    try:
        expect(bar).to_be_hidden()
        expect(inger.page.get_by_label("Hvad har du set?")).to_have_value("Han gik selv i seng")
    finally:
        back.crash()
    inger.put_away()
    inger.complaints.clear()  # a refused connection is an error in the browser's log
