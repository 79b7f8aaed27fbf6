"""Linking MitID once, and signing in with it ever after. The provider is the fake one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.journeys.phone import Phone
from tests.server import Server, running_server

MITID = "FALSK MitID"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("mitid")
    with running_server(folder, HERNING_FAKE_OIDC="1") as running:
        yield running


def test_mette_links_mitid_and_signs_in_with_it(phone: Callable[..., Phone]) -> None:
    mette = phone()
    mette.open(routes.SIGN_IN)
    mette.tap(f"Log ind med {MITID}", role="link")
    mette.sees("FALSK MitID – kun til prøver").tap("Mette")
    mette.sees("Vi kender dig ikke med MitID endnu")

    mette.write("E-mail", "mette@familie.example").write("Adgangskode", DEMO_PASSWORD)
    mette.tap("Log ind", exact=True).sees("Næste møde")
    mette.open(routes.SETTINGS).tap("Tilføj MitID")
    mette.sees("kun til prøver").tap("Mette")
    mette.sees("Du kan logge ind med MitID")
    expect(mette.page).to_have_url(mette.url + routes.SETTINGS)

    mette.unfold("Menu").tap("Log af")
    mette.tap(f"Log ind med {MITID}", role="link").tap("Mette")
    mette.sees("Næste møde")

    mette.open(routes.SETTINGS).tap("Fjern MitID")
    mette.sees("MitID kan ikke længere åbne din konto")
    mette.unfold("Menu").tap("Log af")
    mette.tap(f"Log ind med {MITID}", role="link").tap("Mette")
    mette.sees("Vi kender dig ikke med MitID endnu")


def test_at_too_low_a_level_mette_is_told_what_to_do(phone: Callable[..., Phone]) -> None:
    mette = phone()
    mette.open(routes.SIGN_IN).tap(f"Log ind med {MITID}", role="link")
    mette.page.get_by_label("Sikkerhedsniveau").select_option("Lav")
    mette.tap("Mette").sees("på et for lavt niveau")
