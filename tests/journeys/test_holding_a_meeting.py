"""Two professionals hold a meeting from two devices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from herning_pwa.followup.queries.stops import END, LADDER, NEXT, RULER
from tests.journeys.phone import NARROW, Phone
from tests.journeys.test_accessibility import look_at
from tests.meeting_plans import begin_next_meeting
from tests.server import Server

Take = Callable[..., Phone]
GOAL = "Vi spiser aftensmad sammen fire dage om ugen"  # everybody there sees it
WORDS = "Hvorfor? Med jeres egne ord."
TITLE = "[name=title]"
OTHER_WORDS = "Vi ændrer ordene"


@pytest.fixture(scope="module")
def held(server: Server) -> str:
    return begin_next_meeting(server.database_url)


def test_every_kind_of_stop_is_for_everybody(phone: Take, held: str) -> None:
    peter = phone("peter", size=NARROW).open(held).unfold("Alle punkter")
    goal = peter.page.get_by_role("link", name=GOAL, exact=True).get_attribute("href") or ""
    stops = [held, goal]
    stops += [f"{held}?punkt={stop}&vis=ja" for stop in (RULER, LADDER, NEXT, END)]
    assert [problem for stop in stops for problem in look_at(peter, stop)] == []
    peter.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert peter.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_neither_writes_over_the_other(phone: Take, held: str) -> None:
    sanne, peter = phone("sanne"), phone("peter", size=NARROW)
    for one in (sanne, peter):
        one.open(held).sees("Punkt 1 af").unfold("Alle punkter").tap(GOAL, role="link")
    for one in (sanne, peter):
        one.page.get_by_label(OTHER_WORDS).check()
    peter.find(TITLE).fill("Peters ord")
    peter.write(WORDS, "Emil er træt.")
    sanne.find(TITLE).fill("Sannes ord")
    sanne.tap("Skriv det ned")
    peter.sees("Sanne skrev det ned").sees("Forslag: “Sannes ord”")
    expect(peter.page.get_by_label(WORDS)).to_be_hidden()
    peter.unfold("Beslut noget andet")
    expect(peter.page.get_by_label(WORDS)).to_have_value("Emil er træt.")
    expect(peter.find(TITLE)).to_have_value("Peters ord")
    expect(peter.page.get_by_label(OTHER_WORDS)).to_be_checked()
    sanne.tap("Næste", role="link")
    expect(sanne.find("h1")).not_to_have_text(GOAL)
    expect(sanne.find("h1")).to_be_focused()
    assert peter.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
