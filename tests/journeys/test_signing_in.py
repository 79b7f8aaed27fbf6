"""The first thing anybody does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.journeys.phone import Phone

Take = Callable[..., Phone]
# Only a filled button has white letters.
FILLED = """
() => [...document.querySelectorAll('main .button')]
  .filter((el) => getComputedStyle(el).color === 'rgb(255, 255, 255)')
  .map((el) => el.innerText)
"""


def test_mette_signs_in_and_out_with_the_form(phone: Take) -> None:
    mette = phone()
    mette.page.goto(mette.url)
    expect(mette.page).to_have_url(mette.url + routes.SIGN_IN)
    mette.write("E-mail", "mette@familie.example").write("Adgangskode", DEMO_PASSWORD)
    mette.tap("Log ind", exact=True)
    mette.sees("Næste møde")
    mette.unfold("Menu")
    mette.tap("Log af")
    expect(mette.page).to_have_url(mette.url + routes.SIGN_IN)
    mette.page.goto(mette.url + routes.GOALS)
    expect(mette.page).to_have_url(mette.url + routes.SIGN_IN)


def test_a_wrong_password_says_what_to_do_and_keeps_the_address(phone: Take) -> None:
    mette = phone()
    mette.page.goto(mette.url + routes.SIGN_IN)
    expect(mette.find(".passkey")).to_have_attribute("data-ready", "true")  # the page is awake
    mette.write("E-mail", "mette@familie.example").write("Adgangskode", "noget helt andet")
    mette.tap("Log ind", exact=True)
    mette.sees("E-mail eller adgangskode passer ikke")
    expect(mette.page.get_by_label("E-mail")).to_have_value("mette@familie.example")
    expect(mette.page.get_by_label("Adgangskode")).to_have_value("")


def test_a_demo_person_is_one_tap_away(phone: Take) -> None:
    sanne = phone()
    sanne.page.goto(sanne.url + routes.SIGN_IN)
    sanne.tap("Sanne")
    expect(sanne.page).to_have_url(sanne.url + routes.DESK)


WITHOUT_PASSKEYS = "delete window.PublicKeyCredential"


@pytest.mark.parametrize(
    ("script", "strong"), [("", "Log ind med adgangsnøgle"), (WITHOUT_PASSKEYS, "Log ind")]
)
def test_the_passkeys_button_is_the_strong_one_where_there_are_passkeys(
    phone: Take, script: str, strong: str
) -> None:
    anybody = phone()
    anybody.page.add_init_script(script)
    anybody.page.goto(anybody.url + routes.SIGN_IN)
    passkeys = anybody.page.get_by_role("button", name="Log ind med")
    expect(passkeys).to_have_count(0 if script else 1)
    # The page is there before its scripts have looked for passkeys: what it comes to is asked.
    anybody.page.wait_for_function(f"([strong]) => ({FILLED})().join() === strong", arg=[strong])
