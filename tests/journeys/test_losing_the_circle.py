"""Somebody is taken out of the circle in the middle of what they were doing."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, Phone

Take = Callable[..., Phone]
WORDS = "Han gik selv i skole i dag, hele vejen."


def take_out(by: Phone, name: str) -> None:
    by.open(routes.CIRCLE)
    by.tap(name, role="link")
    expect(by.find("h1")).to_have_text(name)
    by.find("main details").last.locator("summary").click()
    by.find("main details[open] button").click()
    by.page.wait_for_url(f"**{routes.CIRCLE}")


def test_inger_is_taken_out_while_she_writes_and_keeps_her_words(phone: Take) -> None:
    mette, inger = phone("mette"), phone("inger", size=NARROW)
    inger.open(routes.WRITE)
    inger.page.locator("textarea").first.fill(WORDS)
    take_out(mette, "Inger")
    inger.sees("Du er ikke længere med i Kredsen om Emil og Freja")
    expect(inger.page.get_by_role("alert").filter(has_text=WORDS)).to_be_focused()
    expect(inger.page.locator("textarea")).to_have_count(0)
    assert inger.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    inger.tap("Se det, du har skrevet", role="link")
    inger.settle().sees(WORDS)
    inger.does_not_see("Mette")
