"""Sanne and Peter set Emil's ruler from two devices; Mette reads it, Inger never hears of it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from herning_pwa import routes
from tests.journeys.phone import Phone
from tests.journeys.test_meetings import everything_sent_to

FIRST, SECOND = "Emil har det bedre i klassen.", "Emil sover bedre hos begge."
CORRECTED = "Emil sover bedre, mest i weekenden."


def emils_form(phone: Phone, label: str, words: str) -> Locator:
    """Unfolded and filled in, not sent."""
    card = phone.find(".ruler").filter(has=phone.page.get_by_role("heading", name="Emil"))
    card.locator("summary", has_text="Sæt linealen").click()
    card.get_by_text(label).first.click()
    card.get_by_label("Hvorfor?").first.fill(words)
    return card


def test_two_devices_one_ruler_and_nothing_for_the_network(
    phone: Callable[..., Phone],
) -> None:
    sanne, peter, mette, inger = (phone(who) for who in ("sanne", "peter", "mette", "inger"))
    sent_to_inger = everything_sent_to(inger)
    for each in (sanne, peter, mette, inger):
        each.open(routes.FOLLOW_UP)
    sannes = emils_form(sanne, "2 – Trives for det meste", FIRST)
    peters = emils_form(peter, "4 – Har det svært", SECOND)
    sannes.get_by_role("button", name="Gem", exact=True).first.click()
    mette.sees(FIRST)
    peter.sees(FIRST)
    expect(peters.get_by_label("Hvorfor?").first).to_have_value(SECOND)
    peters.get_by_role("button", name="Gem", exact=True).first.click()
    mette.sees(SECOND)
    expect(peters.get_by_label("Hvorfor?").first).not_to_be_visible()
    peters.locator("summary", has_text="Ret det, du skrev").click()
    peters.locator("form").last.get_by_label("Hvorfor?").fill(CORRECTED)
    peters.locator("form").last.get_by_text("3 – Det går op og ned").click()
    peters.get_by_role("button", name="Gem rettelsen").click()
    peter.sees("Det er rettet.")
    mette.sees(CORRECTED)
    assert not [frame for frame in sent_to_inger if FIRST in frame or SECOND in frame]
    inger.does_not_see("Trivselslinealen")
