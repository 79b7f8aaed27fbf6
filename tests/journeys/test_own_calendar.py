"""Mette connects her phone's calendar, and disconnects it again."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from herning_pwa import routes
from tests.journeys.phone import Phone
from tests.server import Server


def test_mette_connects_her_calendar(phone: Callable[..., Phone], server: Server) -> None:
    mette = phone("mette").open(routes.MEETINGS)
    mette.tap("Få møderne ind i din kalender", role="link").settle()
    mette.tap("Kobl kalenderen til").sees("Din kalender er klar.")
    way = mette.page.get_by_role("link", name="Åbn i kalenderen").get_attribute("href") or ""
    fetched = httpx.get(way.replace("webcal:", "http:", 1))
    assert "SUMMARY:Møde" in fetched.text
    mette.page.get_by_text("Mere om kalenderen").click()
    mette.tap("Vis også hvad og hvor").sees("Det er gemt.")
    assert "LOCATION:Rådhuset" in httpx.get(way.replace("webcal:", "http:", 1)).text
    mette.tap("Kobl kalenderen fra").sees("Adressen er væk.")
    assert httpx.get(way.replace("webcal:", "http:", 1)).status_code == 404
