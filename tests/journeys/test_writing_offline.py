"""What is written while the server is gone is safe, and comes when the server is back: once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import text

from herning_pwa import routes
from herning_pwa.db import make_engine
from tests.journeys.phone import NARROW, Phone
from tests.journeys.test_as_an_app import as_app
from tests.server import Server, running_server, start_server

KEPT = "Gemt på telefonen"
FREJAS, WELL = "Freja har fri hver onsdag aften", "Hvad går godt?"
# An answer, a number and a preparation: how many there are of each.
COUNTS = """SELECT (SELECT count(*) FROM answer), (SELECT count(*) FROM progress_entry),
    (SELECT count(*) FROM preparation WHERE going_well = 'De griner sammen.')"""
NEWEST = """SELECT (SELECT words FROM answer ORDER BY answered_at DESC LIMIT 1),
    (SELECT rating FROM progress_entry ORDER BY recorded_at DESC LIMIT 1)"""
NO_STORAGE = "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('no') }})"


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    with running_server(tmp_path) as running:
        yield running


def says(server: Server, sql: str) -> list[tuple[object, ...]]:
    engine = make_engine(server.database_url)
    with engine.execution_options(writes=True).begin() as connection:
        done = connection.execute(text(sql))
        rows = [tuple(row) for row in done] if done.returns_rows else []
    engine.dispose()
    return rows


def give(form: Locator, number: int) -> None:
    form.locator(f"label:has(input[value='{number}'])").click()
    form.get_by_role("button", name="Gem").click()


def test_two_numbers_written_in_a_tunnel(
    browser: Browser, own_server: Server, tmp_path: Path
) -> None:
    """One arrives, once; the other's goal has ended meanwhile, and Mette keeps her words."""
    mette = as_app(Phone(browser, own_server.url, "mette", size=NARROW).open(routes.HOME))
    before = says(own_server, "SELECT count(*) FROM progress_entry")
    own_server.stop()

    first, second = (mette.find("form[data-outbox=progress]").nth(n) for n in range(2))
    give(first, 4)
    expect(first).to_contain_text(KEPT)
    mette.find("details.say:not([open]) > summary").first.click()
    ended = second.locator("input[name=goal_id]").input_value().replace("-", "")
    give(second, 3)
    expect(second).to_contain_text(KEPT)
    chip = mette.page.get_by_role("link", name="Ikke sendt: 2")
    chip.click()
    mette.sees("Det bliver sendt, når du er på nettet")
    mette.page.reload()
    expect(chip).to_be_visible()

    says(own_server, f"UPDATE goal SET lifecycle = 'completed' WHERE id = '{ended}'")
    back = start_server(tmp_path, own_server.port, own_server.database_url)
    try:
        expect(mette.page.get_by_role("link", name="Ikke sendt: 1")).to_be_visible()
        written = says(back, "SELECT rating FROM progress_entry ORDER BY recorded_at DESC")
        assert len(written) == before[0][0] + 1
        assert written[0] == (4,)
        mette.open(routes.UNSENT).sees("Fremskridt").tap("Slet det")
        mette.sees("Alt på denne telefon er sendt")
        expect(mette.page.get_by_role("link", name="Ikke sendt")).to_have_count(0)
    finally:
        back.stop()
        mette.put_away()


def test_a_phone_without_storage_sends_at_once_or_keeps_the_form(
    phone: Callable[..., Phone],
) -> None:
    mette = phone("mette")
    mette.page.add_init_script(NO_STORAGE)
    mette.open(routes.HOME)
    form = mette.find("form[data-outbox=progress]").first
    mette.page.route("**/api/outbox", lambda route: route.abort())
    give(form, 6)
    expect(form).to_contain_text("ikke gemt endnu")
    expect(form.locator("input[value='6']")).to_be_checked()
    mette.complaints.clear()  # a request that came nowhere is an error in the browser's log
    mette.page.unroute("**/api/outbox")
    form.get_by_role("button", name="Gem").click()
    mette.sees("Gemt. Sendt")


def test_an_answer_a_round_and_a_preparation_written_in_a_tunnel(
    phone: Callable[..., Phone], server: Server, prepare_at: str, tmp_path: Path
) -> None:
    """Each on a page that Anders had open before: all of them arrive, once. The last test of this
    module: its server is gone."""
    anders = as_app(phone("anders").open(routes.GOALS))
    counted = says(server, COUNTS)[0]
    proposal, questions, preparation = anders.page, also_open(anders), also_open(anders)
    anders.tap(FREJAS, role="link").sees("Hvad siger du?")
    questions.goto(server.url + routes.UPDATE_ROUND)
    preparation.goto(server.url + prepare_at)
    expect(questions.locator(".asking .scale")).to_be_visible()
    expect(preparation.get_by_label(WELL)).to_be_visible()

    server.crash()
    for page in (proposal, questions, preparation):
        expect(page.locator("html")).to_have_attribute("data-offline", "")
    anders.unfold("Jeg er enig").write("Et ord med på vejen", "Onsdag er fint.")
    anders.tap("Ja, jeg er enig").sees(KEPT)
    questions.locator(".asking .scale label").nth(9).click()
    questions.get_by_role("button", name="Gem, og gå videre").click()
    preparation.get_by_label(WELL).fill("De griner sammen.")
    expect(proposal.get_by_role("link", name="Ikke sendt: 3")).to_be_visible()

    back = start_server(tmp_path, server.port, server.database_url)
    try:
        expect(proposal.get_by_role("link", name="Ikke sendt")).to_have_count(0)
        assert says(back, COUNTS) == [tuple(count + 1 for count in counted)]
        assert says(back, NEWEST) == [("Onsdag er fint.", 9)]
    finally:
        anders.put_away()
        anders.complaints.clear()  # refused connections are errors in the browser's log
        back.stop()


def also_open(phone: Phone) -> Page:
    """Another page on the same phone."""
    return phone.context.new_page()
