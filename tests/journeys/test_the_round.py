"""The round of updates on a phone: few taps, back again, left and taken up where one was."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from herning_pwa import routes
from tests.bench.round import MOST_TAPS, say_how_it_goes
from tests.journeys.phone import NARROW, Phone
from tests.server import Server
from tests.stores import can_seal


def test_back_again_and_taken_up_where_one_was(phone: Callable[..., Phone]) -> None:
    anders = phone("anders", size=NARROW).open(routes.UPDATE_ROUND)
    numbers = anders.find(".asking .scale label")
    anders.sees("Mål 1 af ")
    numbers.nth(9).click()
    anders.tap("Gem, og gå videre")
    anders.sees("Mål 2 af ")
    expect(anders.find("h1")).to_be_focused()
    anders.tap("Tilbage", role="link")
    anders.sees("Du har svaret 9.")
    numbers.nth(6).click()
    anders.tap("Gem, og gå videre").sees("Mål 2 af ")
    expect(anders.find("h1")).to_be_focused()
    anders.tap("Gem, og gå videre").sees("Vælg et tal, eller skriv et par ord.")
    anders.tap("Spring over").sees("Mål 3 af ")
    anders.open(routes.HOME).tap("Fortsæt", role="link").sees("Mål 3 af ")


def test_what_the_phone_keeps_is_not_asked_for_again(
    phone: Callable[..., Phone], server: Server
) -> None:
    peter = phone("peter", size=NARROW).open(routes.UPDATE_ROUND).sees("Mål 1 af ")
    question = peter.find(".asking .scale")
    peter.until(lambda: can_seal(peter.page))
    with server.frozen():
        peter.find(".asking .scale label").nth(7).click()
        peter.tap("Gem, og gå videre").sees("Det næste mål kommer")
        expect(question).to_be_hidden()
        expect(peter.page.get_by_role("button", name="Gem, og gå videre")).to_be_hidden()
    peter.sees("Mål 2 af ")
    expect(question).to_be_visible()


def test_mette_is_through_in_nine_taps_and_sanne_sees_it(phone: Callable[..., Phone]) -> None:
    mette = phone("mette")
    taps, _seconds = say_how_it_goes(mette)
    assert taps <= MOST_TAPS
    mette.sees("Vi ser på det sammen til opfølgningen")
    mette.open(routes.HOME).does_not_see("Hvordan går det med jeres mål?")
    sanne = phone("sanne").open(routes.FOLLOW_UP)
    sanne.unfold("har svaret").sees("Mette")
    mette.open(routes.FOLLOW_UP).does_not_see("har svaret")
