"""A neighbour comes into the circle by a code, and promises something."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from playwright.sync_api import Locator, expect

from herning_pwa import routes
from tests.journeys.phone import NARROW, Phone
from tests.journeys.test_the_circle import newest_link

Take = Callable[..., Phone]


def code_on(mette: Phone) -> str:
    """Mette writes an invitation without an address and shows its code."""
    mette.open(routes.INVITE)
    mette.page.get_by_label("Hvem er det?").select_option(label="Nabo")
    mette.write("Fornavn", "Asta")
    mette.page.get_by_label("Jeg viser en QR-kode").check()
    mette.tap("Fortsæt").sees("Det kan Asta se")
    mette.tap("Lav invitationen").sees("Koden er til én person")
    mette.tap("Vis koden").sees("Koden virker én gang")
    expect(mette.page.get_by_role("img", name="QR-kode med invitationen til Asta")).to_be_visible()
    return mette.find(".address").inner_text()


def on_paper(reader: Phone) -> list[str]:
    """What is printed, and that the picture is."""
    reader.page.emulate_media(media="print")
    expect(reader.find("img.code")).to_be_visible()
    lines = reader.page.locator("body").inner_text().splitlines()
    reader.page.emulate_media(media="screen")
    return [line for line in lines if line.strip()]


def test_asta_reads_the_code_joins_and_fetches_emil(phone: Take) -> None:
    mette, asta = phone("mette"), phone(size=NARROW)
    link = code_on(mette)
    heading, what, until, how, address = on_paper(mette)
    assert heading == "Invitation til Asta"
    assert what == "Mette inviterer Asta som nabo i kredsen om Emil og Freja."
    assert until.startswith("Koden virker én gang")
    assert how.endswith("Eller skriv adressen:")
    assert address == link
    asta.page.goto(link)
    asta.sees("Mette inviterer dig, Asta, som nabo")
    asta.tap("Ja tak", role="link")
    asta.write("Din e-mail", "asta@familie.example").tap("Send mig linket")
    asta.sees("Tryk på linket i den")
    mette.sees("Asta har bedt om linket på mail")  # by itself, and the code is gone
    expect(mette.find("img.code")).to_have_count(0)

    asta.page.goto(newest_link(asta))
    asta.tap("Ja tak", role="link")
    asta.write("adgangskode", "tre små gule kanoer").tap("Kom med i kredsen")
    asta.page.wait_for_url(urljoin(asta.url, routes.HOME))
    mette.sees("Asta har sagt ja")

    asta.open(routes.COMMITMENTS).sees("Hente Emil i skolen klokken to")
    asta.tap("Det gør jeg")
    asta.sees("De andre kan se, at du gør det")
    assert asta.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    mette.open(routes.CIRCLE)
    expect(mette.page.get_by_text("Løfte: Hente Emil i skolen klokken to")).to_be_visible()


def row_of(reader: Phone) -> Locator:
    return reader.find("li.commitment").filter(has_text="Låne Emil et par støvler")


def test_mette_asks_jens_by_name_and_jens_cannot_after_all(phone: Take) -> None:
    mette, jens = phone("mette"), phone("jens")
    mette.open(routes.CIRCLE).tap("Bed Jens om et løfte", role="link")
    mette.sees("Du spørger Jens")
    mette.write("Hvad drejer det sig om?", "Låne Emil et par støvler")
    mette.tap("Skriv det ned").sees("Det er skrevet ned")
    jens.open(routes.HOME).sees("Mette spørger, om du kan")
    jens.open(routes.COMMITMENTS)
    row_of(jens).get_by_role("button", name="Det gør jeg").click()
    jens.sees("De andre kan se, at du gør det")
    mette.open(routes.COMMITMENTS).sees("Jens har sagt ja")
    row_of(jens).get_by_role("button", name="Jeg kan ikke alligevel").click()
    jens.sees("Det er helt i orden")
    expect(row_of(mette)).to_contain_text("Du spørger.")
