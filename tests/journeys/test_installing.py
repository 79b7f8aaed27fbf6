"""The app asks to be put on the phone at a sensible moment, in the phone's own words, and once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from herning_pwa import routes
from tests.journeys.phone import Phone

HEADING = "Læg appen på din telefon"
TWO_DAYS = (
    "localStorage.setItem('sammen-install-days', '[\"Mon Nov 02 2026\", \"Tue Nov 03 2026\"]')"
)
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
ANDROID = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Firefox/145.0"
)
INSTALLED = "Object.defineProperty(Navigator.prototype, 'standalone', { value: true })"
OFFER = """() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = async () => { document.title = "asked by the browser" };
  dispatchEvent(offer);
}"""


@pytest.fixture(scope="module")
def browser(whole_browser: Browser) -> Browser:
    """Only a whole browser asks about messages; that question comes first."""
    return whole_browser


def on_the_third_day(phone: Phone) -> Phone:
    asked_about_messages(phone).page.evaluate(TWO_DAYS)
    return phone.open(routes.HOME)


def asked_about_messages(phone: Phone) -> Phone:
    """There is one question at a time."""
    phone.open(routes.HOME)
    phone.find(".message-question").get_by_role("button", name="Nej tak").click()
    return phone.sees("Vi spørger ikke igen")


def test_on_the_third_day_an_iphone_is_shown_the_steps_and_a_no_is_for_good(
    phone: Callable[..., Phone],
) -> None:
    inger = phone("inger", user_agent=IPHONE).open(routes.HOME)
    heading = inger.page.get_by_role("heading", name=HEADING)
    expect(heading).to_have_count(0)
    on_the_third_day(inger).sees(HEADING).sees("Føj til hjemmeskærm")
    inger.page.locator(".install").get_by_role("button", name="Nej tak").click()
    expect(heading).to_have_count(0)
    inger.page.evaluate(TWO_DAYS)
    inger.open(routes.HOME)
    expect(heading).to_have_count(0)


def test_where_the_browser_can_do_it_there_is_a_button(phone: Callable[..., Phone]) -> None:
    mette = on_the_third_day(phone("mette"))
    mette.page.evaluate(OFFER)
    mette.tap("Læg den på telefonen")
    expect(mette.page).to_have_title("asked by the browser")
    mette.does_not_see(HEADING)


def test_an_android_phone_is_shown_its_steps_and_nothing_once_it_is_installed(
    phone: Callable[..., Phone],
) -> None:
    anders = on_the_third_day(phone("anders", user_agent=ANDROID))
    anders.sees(HEADING).sees("Åbn browserens menu")
    anders.page.add_init_script(INSTALLED)
    anders.open(routes.HOME).sees("Venter på dig")
    expect(anders.page.get_by_role("heading", name=HEADING)).to_have_count(0)


def test_whoever_comes_from_an_invitation_is_asked_the_first_day(
    phone: Callable[..., Phone],
) -> None:
    jens = asked_about_messages(phone("jens", user_agent=ANDROID)).open(routes.HOME)
    expect(jens.page.get_by_role("heading", name=HEADING)).to_have_count(0)
    jens.page.goto(f"{jens.url}{routes.INVITATION}")
    jens.page.evaluate(f"location.assign('{routes.HOME}')")
    jens.sees(HEADING).sees("Åbn browserens menu")
