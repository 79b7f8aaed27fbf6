"""Signing in without a password, on a phone that knows its owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import expect
from sqlalchemy import update
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.db import make_engine
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.i18n import today
from herning_pwa.people.models import SignInSession
from tests.journeys.phone import Phone
from tests.server import Server

Take = Callable[..., Phone]

OWNER_IS_HERE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


NO_AUTOFILL = "window.PublicKeyCredential.isConditionalMediationAvailable = async () => false"


def with_its_owners_finger(phone: Phone) -> Phone:
    """Give the phone a place for passkeys, and an owner who always says yes."""
    wire = phone.context.new_cdp_session(phone.page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": OWNER_IS_HERE})
    return phone


def a_while_ago(server: Server) -> None:
    """Everybody showed who they are an hour ago."""
    with Session(make_engine(server.database_url)) as db, db.begin():
        db.execute(update(SignInSession).values(proved_at=clock.now() - timedelta(hours=1)))


def test_mette_adds_a_passkey_signs_in_with_it_and_removes_it(phone: Take) -> None:
    mette = with_its_owners_finger(phone("mette"))
    mette.page.add_init_script(NO_AUTOFILL)
    mette.open(routes.HOME).unfold("Menu").tap("Indstillinger", role="link")
    mette.tap("Tilføj en adgangsnøgle").sees("Adgangsnøglen er tilføjet")
    mette.unfold("Ikke brugt endnu").write("Hvad kalder du den?", "Min telefon")
    mette.tap("Gem navnet").sees("Adgangsnøglen har fået sit nye navn").sees("Min telefon")

    mette.unfold("Menu").tap("Log af", exact=True)
    mette.tap("Log ind med adgangsnøgle").sees("Næste møde")

    mette.open(routes.SETTINGS).unfold("Min telefon").tap("Fjern adgangsnøglen")
    mette.sees("Adgangsnøglen er fjernet").does_not_see("Min telefon")
    mette.unfold("Menu").tap("Log af", exact=True)
    mette.tap("Log ind med adgangsnøgle").sees("Adgangsnøglen kan ikke bruges her")
    expect(mette.page).to_have_url(mette.url + routes.SIGN_IN)
    assert all("400" in complaint for complaint in mette.complaints)
    mette.complaints.clear()


def test_the_phone_offers_jens_his_passkey_by_itself(phone: Take) -> None:
    jens = with_its_owners_finger(phone("jens"))
    jens.open(routes.SETTINGS).tap("Tilføj en adgangsnøgle").sees("Adgangsnøglen er tilføjet")
    jens.unfold("Menu").tap("Log af", exact=True)
    expect(jens.page).to_have_url(jens.url + routes.HOME)


def test_where_there_are_no_passkeys_there_is_no_button(phone: Take) -> None:
    inger = phone()
    inger.page.add_init_script("delete window.PublicKeyCredential")
    inger.page.goto(inger.url + routes.SIGN_IN)
    inger.sees("E-mail").does_not_see("Log ind med adgangsnøgle")


def test_after_a_while_anders_shows_that_it_is_him(phone: Take, server: Server) -> None:
    anders = phone("anders")
    a_while_ago(server)
    anders.open(routes.SETTINGS).does_not_see("Tilføj en adgangsnøgle")
    anders.tap("Vis, at det er dig", role="link")
    anders.write("Din adgangskode", "noget andet").tap("Fortsæt").sees("Adgangskoden passer ikke")
    anders.write("Din adgangskode", DEMO_PASSWORD).tap("Fortsæt")
    expect(anders.page).to_have_url(anders.url + routes.SETTINGS)
    anders.sees("Tilføj en adgangsnøgle")


def test_what_sanne_had_written_stands_when_she_has_shown_that_it_is_her(
    phone: Take, server: Server
) -> None:
    sanne = phone("sanne")
    a_while_ago(server)
    sanne.open(routes.HAND_OVER).write("Hvem tager over?", "frede@kommune.example")
    sanne.write("Hvorfor?", "Jeg holder ferie.").write("Den første dag", today().isoformat())
    sanne.write("Den dag, du er tilbage", (today() + timedelta(days=14)).isoformat())
    sanne.page.get_by_label("Ja, jeg har ringet").check()
    sanne.tap("Se, hvad familien læser").tap("Aftal det")
    sanne.tap("Vis, at det er dig", role="link")
    sanne.write("Din adgangskode", DEMO_PASSWORD).tap("Fortsæt")
    sanne.sees("Jeg holder ferie.").tap("Aftal det").sees("Frede er jeres rådgiver nu")


def test_mettes_invitation_stands_as_it_was_when_she_has_shown_that_it_is_her(
    phone: Take, server: Server
) -> None:
    """Also whom Freja suggested, which only the page's address says."""
    mette = phone("mette")
    suggested = mette.open(routes.CIRCLE).page.locator('main a[href^="/kreds/forslag/"]').first
    suggestion_id = str(suggested.get_attribute("href")).rpartition("/")[2]
    mette.open(f"{routes.INVITE}?forslag={suggestion_id}")
    mette.page.get_by_label("Jeg viser en QR-kode").check()
    mette.tap("Fortsæt").sees("Det kan Maja se")
    a_while_ago(server)
    mette.tap("Lav invitationen")
    expect(mette.page.get_by_role("link", name="Vis, at det er dig")).to_be_in_viewport()
    mette.tap("Vis, at det er dig", role="link")
    mette.write("Din adgangskode", DEMO_PASSWORD).tap("Fortsæt")
    mette.sees("Det kan Maja se").does_not_see("Vis, at det er dig")
    mette.tap("Lav invitationen").sees("Invitation til Maja")
