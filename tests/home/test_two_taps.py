"""From the front page to a saved number in two taps, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, PATIENCE, Phone

GOAL = "Emil møder til tiden tre dage om ugen"


def card_of(phone: Phone, title: str = GOAL) -> Locator:
    return phone.page.get_by_role("article").filter(has=phone.page.get_by_role("link", name=title))


def number(card: Locator, rating: int) -> Locator:
    return card.locator(".scale label").nth(rating)


def test_two_taps_and_it_is_saved_once(phone: Callable[..., Phone]) -> None:
    mette = phone("mette", size=NARROW).open(routes.HOME)
    card = card_of(mette)
    number(card, 9).click()
    card.get_by_role("button", name="Gem").dblclick()
    expect(card.get_by_text("Gemt. Sendt")).to_be_visible()
    expect(card.locator(".voices-now")).to_contain_text("Du 9")
    expect(card.locator("input:checked")).to_have_count(0)
    card.get_by_role("link", name=GOAL).click()
    mette.unfold("Alt, hvad der er skrevet")
    saved = mette.find(".voices-table .number").filter(has_text=re.compile("^9$"))
    expect(saved).to_have_count(1)


def test_saving_without_a_number_says_so_at_that_goal_alone(phone: Callable[..., Phone]) -> None:
    mette = phone("mette").open(routes.HOME)
    card = card_of(mette)
    card.get_by_role("button", name="Gem").click()
    expect(card.get_by_role("alert")).to_be_focused()
    expect(mette.page.get_by_role("alert")).to_have_count(1)
    mette.sees("Vælg et tal, eller skriv et par ord.")


def test_keyboard_alone_is_enough(phone: Callable[..., Phone]) -> None:
    inger = phone("inger").open(routes.HOME)
    card = card_of(inger)
    card.locator("input[type=radio]").first.focus()
    inger.page.keyboard.press("ArrowRight")
    inger.page.keyboard.press("Tab")  # past who can see it
    inger.page.keyboard.press("Tab")
    inger.page.keyboard.press("Enter")
    expect(card.locator(".voices-now")).to_contain_text("Du 1")


def test_what_sanne_writes_stands_on_mettes_open_page(phone: Callable[..., Phone]) -> None:
    mette, sanne = phone("mette").open(routes.HOME), phone("sanne").open(routes.HOME)
    card = card_of(mette)
    number(card, 3).click()  # begun, not saved
    number(card_of(sanne), 2).click()
    card_of(sanne).get_by_role("button", name="Gem").click()
    expect(card.locator(".voices-now")).to_contain_text("Sanne 2", timeout=PATIENCE)
    expect(card.locator("input:checked")).to_have_value("3")


def test_write_chooses_the_goal_it_was_opened_from(phone: Callable[..., Phone]) -> None:
    anders = phone("anders").open(routes.HOME)
    card_of(anders).get_by_role("link", name="Skriv også et par ord").click()
    anders.sees("Hvilket mål handler det om?")
    expect(anders.page.get_by_role("radio", name=GOAL)).to_be_checked()
    anders.write("Hvad har du set?", "Han fandt selv sin jakke.")
    anders.tap("Gem")
    anders.sees("Gemt. Sendt")
    anders.sees("Han fandt selv sin jakke.")
