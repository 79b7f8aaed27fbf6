"""A session that runs out says so in time, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.db import make_engine
from herning_pwa.people.models import KeptForm
from tests.journeys.phone import Phone
from tests.server import Server

WORDS = "Han gik selv i seng i går"
FIELD = "Hvad har du set?"


def has_kept(server: Server, words: str) -> bool:
    engine = make_engine(server.database_url)
    with Session(engine) as db:
        found = db.scalar(select(KeptForm.id).where(KeptForm.text == words))
    engine.dispose()
    return found is not None


def test_mette_is_warned_stays_and_gets_her_words_back(
    phone: Callable[..., Phone], server: Server
) -> None:
    mette = phone("mette")
    mette.page.clock.install()
    mette.open(routes.WRITE)
    mette.write(FIELD, WORDS)
    dialog = mette.page.get_by_role("dialog")
    with server.frozen():  # it would answer that there is time left: its own clock has not moved
        mette.page.clock.fast_forward("26:00")
        expect(dialog).to_contain_text("logget af")
        dialog.get_by_role("button", name="Bliv logget ind").click()
        expect(dialog).to_be_hidden()
    mette.page.clock.set_system_time(clock.now())
    mette.until(lambda: has_kept(server, WORDS))  # they travel to the server by themselves

    again = phone("mette")  # another phone: nothing was kept on the first
    again.open(routes.WRITE)
    expect(again.page.get_by_label(FIELD)).to_have_value(WORDS)


def test_when_time_is_out_the_page_leaves_and_says_why(phone: Callable[..., Phone]) -> None:
    mette = phone("mette")
    mette.page.clock.install()
    mette.open(routes.WRITE)
    mette.page.clock.fast_forward("31:00")
    mette.sees("Du blev logget af")
    expect(mette.page).to_have_url(f"{mette.url}{routes.SIGN_IN}?fejl=udloebet")
