"""Who is in the circle, on several phones at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, Phone

Take = Callable[..., Phone]


def invite(person: Phone, who: str, name: str, email: str) -> None:
    person.open(routes.INVITE)
    person.page.get_by_label("Hvem er det?").select_option(label=who)
    person.write("Fornavn", name).write("E-mail", email)
    person.tap("Fortsæt")
    person.sees(f"Det kan {name} se")
    person.tap(re.compile("Send invitationen|Spørg forældrene"))
    person.page.wait_for_url(re.compile(rf"{routes.CIRCLE}\?"))


def person_in_the_circle(reader: Phone, name: str) -> None:
    reader.open(routes.CIRCLE)
    reader.page.locator("a.person", has_text=name).click()
    expect(reader.page.locator("h1")).to_have_text(name)


def newest_link(person: Phone) -> str:
    person.open(routes.MAILBOX)
    link = person.page.get_by_role("link", name=re.compile("kode=")).first
    return urljoin(person.url, link.get_attribute("href") or "")


def test_sannes_guest_waits_for_mette_and_then_says_no(phone: Take) -> None:
    mette, sanne, bent = phone("mette"), phone("sanne"), phone(size=NARROW)
    mette.open(routes.CIRCLE)
    invite(sanne, "Ven", "Bent", "bent@familie.example")
    sanne.sees("Forældrene er spurgt")
    mette.sees("Det kan Bent se")  # by itself: nobody reloaded the page
    mette.tap("Ja, inviter")
    mette.sees("Nu bliver invitationen givet videre")
    sanne.sees("Venter på svar")

    bent.page.goto(newest_link(bent))
    bent.sees("Sanne inviterer dig, Bent, som ven")
    assert bent.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    bent.tap("Nej tak")
    bent.sees("Tak for dit svar")
    expect(mette.page.get_by_text("Bent, ven")).to_have_count(0)


def test_a_password_that_is_too_easy_is_said_on_the_page(phone: Take) -> None:
    mette, asta = phone("mette"), phone()
    invite(mette, "Nabo", "Asta", "asta@familie.example")
    link = newest_link(asta)
    asta.page.goto(link)
    asta.tap("Ja tak", role="link")
    asta.write("adgangskode", "kort")
    asta.tap("Kom med i kredsen")
    asta.sees("Vælg en anden adgangskode")
    asta.write("adgangskode", "tre små gule kanoer")
    asta.tap("Kom med i kredsen")
    asta.page.wait_for_url(urljoin(asta.url, routes.HOME))
    mette.page.goto(link)
    mette.sees("Invitationen er brugt")


def test_a_link_for_somebody_else_asks_to_sign_out_first(phone: Take) -> None:
    mette = phone("mette")
    invite(mette, "Tante", "Karen", "karen@familie.example")
    link = newest_link(mette)
    mette.page.goto(link)
    mette.sees("til en anden end den, der er logget ind her")
    mette.tap("Log af")
    expect(mette.page).to_have_url(re.compile(routes.SIGN_IN))
    mette.page.goto(link)
    mette.sees("Mette inviterer dig, Karen, som tante")


def test_jens_is_taken_out_and_his_open_page_closes(phone: Take) -> None:
    mette, jens = phone("mette"), phone("jens")
    jens.open(routes.CIRCLE)
    jens.sees("Mormor")
    person_in_the_circle(mette, "Jens")
    mette.unfold("Tag ud af kredsen")
    mette.sees("Tager du Jens ud")
    mette.tap("Tag ud af kredsen")
    mette.sees("Har været med")
    jens.does_not_see("Mormor")


def test_inger_leaves(phone: Take) -> None:
    inger = phone("inger")
    person_in_the_circle(inger, "Inger")
    inger.sees("Det, du har skrevet, bliver")
    inger.tap("Forlad kredsen")
    inger.page.wait_for_url(urljoin(inger.url, routes.HOME))
    inger.open(routes.CIRCLE)
    inger.sees("Du er ikke med i en kreds")
    inger.does_not_see("Mette")


def test_what_is_wrong_is_said_at_each_field_and_what_was_typed_stays(phone: Take) -> None:
    mette = phone("mette")
    mette.open(routes.INVITE)
    mette.write("Fornavn", "Asta 🌻")
    mette.tap("Fortsæt")
    summary = mette.page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(summary).to_be_focused()
    expect(mette.page.get_by_label("Fornavn")).to_have_value("Asta 🌻")
