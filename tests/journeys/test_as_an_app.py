"""The app on the phone: it can be installed, and it opens when there is no server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from herning_pwa import routes
from tests.journeys.phone import Phone
from tests.server import Server, browser_options, start_server

NEVER_SEEN = f"{routes.GOALS}/01a00000-0000-7000-8000-000000000000"
REGISTERED = "async () => Boolean((await navigator.serviceWorker.ready).active)"


@pytest.fixture(scope="module")
def browser(whole_browser: Browser) -> Browser:
    """Only a whole browser tells whether an app can be installed."""
    return whole_browser


def as_app(phone: Phone) -> Phone:
    """Wait until the worker has taken everything home."""
    phone.page.evaluate(REGISTERED)
    phone.page.wait_for_function("() => navigator.serviceWorker.controller")
    return phone


def test_nothing_keeps_a_phone_from_installing_it(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    context = browser.browser_type.launch_persistent_context(
        tmp_path, **browser_options(whole=True)
    )
    page = context.new_page()
    page.goto(server.url + routes.SIGN_IN)
    devtools = context.new_cdp_session(page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert devtools.send("Page.getAppManifest")["errors"] == []
    assert devtools.send("Page.getAppId")["appId"] == server.url + routes.HOME
    context.close()


def test_without_a_server_every_address_opens_in_its_own_shell(
    phone: Callable[..., Phone], server: Server, tmp_path: Path
) -> None:
    """Also a deep link to a goal that was never opened; and it fills when the server is back.

    Nothing can be written there, and nothing is promised."""
    mette = as_app(phone("mette").open(routes.HOME))
    goal = mette.page.locator("main li a[href^='/maal/']").first.get_attribute("href") or ""
    not_fetched = mette.page.get_by_text("Siden kan ikke hentes uden forbindelse.")
    expect(not_fetched).to_be_hidden()
    server.crash()
    for address, heading in ((NEVER_SEEN, "Mål"), (routes.MEETINGS, "Møder"), (goal, "Mål")):
        mette.page.goto(server.url + address)
        expect(mette.page.locator("h1")).to_contain_text(heading)
        expect(not_fetched).to_be_visible()
        expect(
            mette.page.get_by_role("status").filter(has_text="Ingen forbindelse lige nu.")
        ).to_be_visible()
    mette.tap("Møder", role="link")
    expect(mette.page.locator("h1")).to_contain_text("Møder")
    mette.page.go_back()
    back = start_server(tmp_path, server.port, server.database_url)
    try:
        mette.settle()
        expect(mette.page.locator("h1")).not_to_have_text("Mål")
    finally:
        mette.put_away()
        mette.complaints.clear()  # refused connections are errors in the browser's log
        back.crash()
