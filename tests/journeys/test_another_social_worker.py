"""Sanne goes on holiday: the family reads it before, on the pages they have open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect

from herning_pwa import routes
from herning_pwa.i18n import today
from tests.journeys.phone import NARROW, Phone

Take = Callable[..., Phone]


def test_sanne_hands_the_circle_to_frede_and_takes_it_again(phone: Take) -> None:
    mette, sanne, frede = phone("mette", size=NARROW), phone("sanne"), phone("frede")
    mette.open(routes.HOME)
    frede.open(routes.HOME)
    sanne.open(routes.CIRCLE).tap("Giv kredsen videre", role="link")
    sanne.write("Hvem tager over?", "frede@kommune.example").write("Hvorfor?", "Jeg holder ferie.")
    sanne.write("Den første dag", today().isoformat())
    sanne.write("Den dag, du er tilbage", (today() + timedelta(days=14)).isoformat())
    sanne.tap("Se, hvad familien læser")
    sanne.sees("Ring til familien først")
    sanne.page.get_by_label("Ja, jeg har ringet").check()
    sanne.tap("Se, hvad familien læser")
    sanne.sees("Mette, Anders, Freja, Peter og Frede kan læse, hvorfor du gør det.")
    sanne.tap("Aftal det")
    sanne.page.wait_for_url(f"**{routes.CIRCLE}?*")
    sanne.sees("Frede er jeres rådgiver nu")

    mette.tap("Frede er jeres rådgiver nu", role="link")  # by itself: nobody reloaded the page
    mette.settle().sees("Jeg holder ferie.")
    assert mette.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    frede.open(routes.HOME)
    frede.page.locator("summary", has_text="Kredsen om Alma").click()
    frede.tap("Kredsen om Emil og Freja")
    expect(frede.find(".topbar .circle-name")).to_have_text("Kredsen om Emil og Freja")
    frede.open(routes.CIRCLE)
    frede.sees("Har ansvaret hos kommunen")

    sanne.tap("Se eller ret det", role="link")
    sanne.settle().tap("Stop det nu")
    sanne.page.wait_for_url(f"**{routes.CIRCLE}?*")
    mette.sees("Sanne er jeres rådgiver igen")
    frede.sees("Du er ikke længere med i Kredsen om Emil og Freja")
    frede.does_not_see("Mormor")
