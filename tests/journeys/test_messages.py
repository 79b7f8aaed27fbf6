"""Asked once, in the right moment; and what the phone then shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser as WholeBrowser
from playwright.sync_api import expect

from herning_pwa import routes
from herning_pwa.notifications.delivery.push import payload_for
from tests.journeys.phone import Phone
from tests.notifications.push import REAL, Browser

SHOWN = """async () =>
  (await (await navigator.serviceWorker.ready).getNotifications())
    .map(({ title, body, lang, tag }) => [title, body, lang, tag])[0]"""
# What a real browser does with its push service, which no test may reach.
SAYS_YES = """
let answer = "default";
Object.defineProperty(Notification, "permission", { get: () => answer });
Notification.requestPermission = async () => (answer = "ANSWER");
PushManager.prototype.subscribe = async () => ({ toJSON: () => (SUBSCRIPTION) });
"""


@pytest.fixture(scope="module")
def browser(whole_browser: WholeBrowser) -> WholeBrowser:
    """Only a whole browser shows messages."""
    return whole_browser


def phone_that_says(phone: Phone, answer: str, name: str = "") -> Phone:
    subscription = json.dumps(Browser(f"{REAL}/{name}").subscription)
    script = SAYS_YES.replace("ANSWER", answer).replace("SUBSCRIPTION", subscription)
    phone.context.add_init_script(script)
    return phone


def test_yes_is_said_once_and_seen_in_the_settings(phone: Callable[..., Phone]) -> None:
    anders = phone_that_says(phone("anders"), "granted", "anders").open(routes.HOME)
    question = anders.page.get_by_role("heading", name="Vil du have besked, når der er nyt?")
    anders.tap("Ja, send mig en besked")
    expect(anders.page.get_by_text("Du får besked her, når der er nyt.")).to_be_visible()
    expect(question).to_have_count(0)
    anders.open(routes.SETTINGS)
    section = anders.page.locator("section", has_text="Når der er nyt").first
    expect(section.get_by_role("listitem").filter(has_text="På telefonen")).to_contain_text("Valgt")
    section.get_by_role("button", name="Fjern").click()
    expect(section.get_by_text("Der kommer ikke flere beskeder dér.")).to_be_visible()
    expect(section.get_by_role("button", name="Få beskeder her")).to_be_visible()


def test_after_a_no_nobody_asks_again(phone: Callable[..., Phone]) -> None:
    mette = phone_that_says(phone("mette"), "granted").open(routes.HOME)
    mette.tap("Nej tak")
    expect(mette.page.get_by_text(re.compile("Vi spørger ikke igen"))).to_be_visible()
    mette.open(routes.HOME)
    expect(mette.page.get_by_role("button", name="Nej tak")).to_have_count(0)


def test_a_phone_that_says_no_is_told_how_to_say_yes(phone: Callable[..., Phone]) -> None:
    inger = phone_that_says(phone("inger"), "denied").open(routes.SETTINGS)
    inger.tap("Få beskeder her")
    expect(inger.page.get_by_text(re.compile("Tryk på hængelåsen"))).to_be_visible()


def test_the_phone_shows_what_came_and_nothing_else(phone: Callable[..., Phone]) -> None:
    freja = phone("freja")
    freja.context.grant_permissions(["notifications"], origin=freja.url)
    freja.open(routes.HOME)
    freja.page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    browser = freja.context.new_cdp_session(freja.page)
    told: list[str] = []
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: told.extend(each["registrationId"] for each in event["registrations"]),
    )
    browser.send("ServiceWorker.enable")
    freja.until(lambda: told)
    message = {"origin": freja.url, "registrationId": told[0], "data": payload_for("/", waiting=2)}

    def shown() -> object:
        """The browser's tools may lose a message on its way; a push service would send it again."""
        browser.send("ServiceWorker.deliverPushMessage", message)
        freja.page.wait_for_timeout(500)
        return freja.page.evaluate(SHOWN)

    freja.until(shown)
    assert freja.page.evaluate(SHOWN) == [
        "Der er nyt til dig",
        "Åbn appen for at se det.",
        "da",
        "news",
    ]
