"""Preparing on a phone, and saying that the text is right: saved only when it says so."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.db import make_engine
from herning_pwa.demo.around_meetings import UNDERSTOOD
from herning_pwa.meetings.commands import save_preparation
from herning_pwa.people.models import Person
from tests.journeys.phone import Phone, address_of
from tests.server import Server

WORDS = "Emil sover bedre nu"
A_VOICE = """
window.heard = [];
speechSynthesis.speak = (said) => window.heard.push(said.lang + " " + said.text);
"""

NO_VOICE = "delete window.speechSynthesis"
A_VOICE_ELSEWHERE = """
speechSynthesis.getVoices = () => [{ lang: "da-DK", localService: false }];
"""


def saved(page: Page) -> None:
    expect(page.locator(".saved [role=status]:not(.hidden)")).to_contain_text("Gemt")


def test_what_is_typed_is_saved_and_two_pages_do_not_fight(
    phone: Callable[..., Phone], prepare_at: str
) -> None:
    mette = phone("mette").open(prepare_at)
    other = mette.context.new_page()
    other.goto(mette.page.url)
    good = "Hvad går godt?"
    expect(other.get_by_label(good)).to_be_visible()
    mette.page.get_by_label(good).fill(WORDS)
    saved(mette.page)
    expect(other.get_by_label(good)).to_have_value(WORDS)
    other.get_by_label("Hvad er svært?").fill("Lektierne")
    saved(other)
    mette.page.reload()
    expect(mette.page.get_by_label("Hvad er svært?")).to_have_value("Lektierne")


def test_newer_words_are_shown_beside_and_the_writer_chooses(
    phone: Callable[..., Phone], server: Server, prepare_at: str
) -> None:
    freja = phone("freja").open(prepare_at)
    written_elsewhere(server, "freja", prepare_at, "Jeg er træt")  # no page is told of it
    hard = freja.page.get_by_label("Hvad er svært?")
    hard.fill("Vejen er lang")
    beside = freja.page.get_by_role("alert").filter(has_text="nyere ord")
    expect(beside).to_contain_text("Jeg er træt")
    expect(hard).to_have_value("Vejen er lang")
    freja.tap("Behold det, jeg har skrevet her")
    saved(freja.page)
    freja.page.reload()
    expect(hard).to_have_value("Vejen er lang")


def written_elsewhere(server: Server, who: str, prepare_at: str, words: str) -> None:
    engine = make_engine(server.database_url).execution_options(writes=True)
    with Session(engine) as db, db.begin():
        writer = db.scalars(select(Person).where(Person.email == address_of(who))).one()
        meeting_id = prepare_at.split("/")[2]
        save_preparation(db, writer, meeting_id=meeting_id, page_key=uuid4(), version=0, hard=words)
    engine.dispose()


def test_a_question_is_read_aloud_until_it_is_tapped_again(
    phone: Callable[..., Phone], prepare_at: str
) -> None:
    anders = phone("anders")
    anders.page.add_init_script(A_VOICE)
    anders.open(prepare_at)
    read = anders.page.get_by_role("button", name="Hvad går godt?")
    expect(read).to_have_text("Læs højt: Hvad går godt?")
    read.press("Enter")
    expect(read).to_have_text("Stop oplæsning: Hvad går godt?")
    assert anders.page.evaluate("heard[0]") == "da-DK Hvad går godt?"
    read.press("Enter")
    expect(read).to_have_text("Læs højt: Hvad går godt?")


def test_a_summary_is_printed_and_read_aloud_without_what_is_said_to_it(
    phone: Callable[..., Phone], understood_at: str
) -> None:
    sanne = phone("sanne")
    sanne.page.add_init_script(A_VOICE)
    text = sanne.open(understood_at).find(".summary-text .read")
    comment = sanne.page.get_by_text("Torsdag kan blive svær i december")
    answers = sanne.page.get_by_role("heading", name="Hvem har svaret?")
    for beside in (comment, answers):
        expect(beside).to_be_visible()
    sanne.page.emulate_media(media="print")
    for beside in (comment, answers, sanne.page.get_by_role("button").first):
        expect(beside).to_be_hidden()
    for paragraph in UNDERSTOOD.split("\n\n"):
        expect(text.get_by_text(paragraph)).to_be_visible()
    sanne.page.emulate_media(media="screen")
    sanne.tap("Læs højt")
    sanne.until(lambda: sanne.page.evaluate("heard.length") == UNDERSTOOD.count("."))
    heard = [said.removeprefix("da-DK ") for said in sanne.page.evaluate("heard")]
    assert " ".join(heard) == UNDERSTOOD.replace("\n\n", " ")


@pytest.mark.parametrize("there_is", [NO_VOICE, A_VOICE_ELSEWHERE])
def test_where_the_phone_has_no_voice_of_its_own_there_is_no_button(
    phone: Callable[..., Phone], prepare_at: str, there_is: str
) -> None:
    anders = phone("anders")
    anders.page.add_init_script(there_is)
    anders.open(prepare_at)
    expect(anders.page.get_by_label("Hvad går godt?")).to_be_visible()
    expect(anders.page.locator(".read-aloud")).to_have_count(0)
