"""The main job, on three phones at once: from a family's wish to a goal everybody stands behind."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from herning_pwa import routes
from tests.journeys.phone import Phone

Take = Callable[..., Phone]

FIRST_WORDS = "Emil tager bussen alene hver dag"
OTHER_WORDS = "Emil tager bussen alene to dage om ugen"


def propose(mette: Phone) -> str:
    """Four short screens; gives the goal's address."""
    mette.open(routes.NEW_GOAL)
    mette.write("Målet med jeres egne ord", FIRST_WORDS)
    mette.page.get_by_role("radio", name="Et mål for Emil").check(force=True)
    mette.tap("Fortsæt")
    mette.write("Hvorfor er det vigtigt?", "Han bliver stolt, når han kan selv.")
    mette.tap("Fortsæt")
    mette.sees("Et første lille delmål")
    mette.tap("Fortsæt")
    mette.sees("Kan ses af Anders, Inger, Jens, Sanne og Peter. Ikke af Freja.")
    mette.tap("Send forslaget")
    mette.page.wait_for_url(re.compile(r"/maal/[0-9a-f-]{36}"))
    mette.sees("Venter på svar")
    return urlsplit(mette.page.url).path


def return_with_other_words(sanne: Phone) -> None:
    sanne.open(routes.DESK)
    row = sanne.page.get_by_role("listitem").filter(has_text=FIRST_WORDS)
    row.get_by_role("button", name="Svar").click()
    sanne.sees("Hvad siger du?")
    sanne.unfold("Jeg foreslår en ændring")
    sanne.write("Hvad vil I gerne?", OTHER_WORDS)
    sanne.tap("Send mine ord")
    sanne.sees("Nu bliver de andre spurgt")


def agree(person: Phone, words: str = "") -> None:
    person.unfold("Jeg er enig")
    if words:
        person.write("Et ord med på vejen", words)
    person.tap("Ja, jeg er enig")


def invite_ruth(mette: Phone) -> str:
    """Mette invites a grandmother; gives the link out of the demo's mailbox."""
    mette.open(routes.INVITE)
    mette.page.get_by_label("Hvem er det?").select_option(label="Farmor")
    mette.write("Fornavn", "Ruth").write("E-mail", "Ruth@Familie.Example")
    mette.tap("Fortsæt")
    mette.sees("Det kan Ruth se")
    mette.tap("Send invitationen")
    mette.sees("Invitationen er på vej")
    mette.open(routes.MAILBOX)
    link = mette.page.get_by_role("link", name=re.compile("kode=")).first
    return link.get_attribute("href") or ""


def accept(ruth: Phone, link: str) -> None:
    ruth.page.goto(urljoin(ruth.url, link))
    ruth.sees("Mette inviterer dig, Ruth, som farmor")
    ruth.tap("Ja tak, jeg vil være med", role="link")
    ruth.write("Vælg en adgangskode", "grøn kano på stille sø")
    ruth.tap("Kom med i kredsen")
    ruth.page.wait_for_url(urljoin(ruth.url, routes.HOME))


def test_from_a_wish_to_a_goal_everybody_stands_behind(phone: Take) -> None:
    mette, sanne, ruth, frede = phone("mette"), phone("sanne"), phone(), phone("frede")
    address = propose(mette)
    return_with_other_words(sanne)

    mette.sees(OTHER_WORDS)  # by itself: nobody reloaded the page
    agree(mette, "Ja, men kun når det er lyst.")
    sanne.sees("Ja, men kun når det er lyst.")
    agree(sanne)
    mette.sees("Du og Sanne blev enige")

    accept(ruth, invite_ruth(mette))
    ruth.open(address)
    ruth.sees(OTHER_WORDS)
    ruth.page.get_by_role("radio", name="7", exact=True).first.check(force=True)
    ruth.write("Hvad har du set?", "Han vinkede gennem ruden.")
    ruth.tap("Gem", exact=True)
    ruth.sees("Gemt. Sendt")

    mette.open(address)
    mette.sees("Han vinkede gennem ruden.")
    frede.page.goto(urljoin(frede.url, address))
    frede.sees("Vi kan ikke finde")
    assert "bussen" not in frede.page.content()


def test_sannes_yes_shows_on_mettes_open_page_by_itself(phone: Take) -> None:
    mette, sanne = phone("mette"), phone("sanne")
    sanne.open(routes.DESK)
    row = sanne.page.get_by_role("listitem").filter(has_text="Emil sover i sin egen seng")
    row.get_by_role("button", name="Svar").click()
    sanne.sees("Hvad siger du?")
    mette.open(urlsplit(sanne.page.url).path)
    mette.sees("Venter på svar")
    sanne.unfold("Jeg er enig")
    sanne.tap("Ja, jeg er enig")
    mette.sees("og Sanne blev enige")
