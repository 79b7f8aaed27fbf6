"""Somebody signs out before everything is sent: it comes all the same, and nobody is signed in."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.db import make_engine
from herning_pwa.progress.models import ProgressEntry
from tests.journeys.phone import Phone
from tests.journeys.test_as_an_app import as_app
from tests.journeys.test_remembering import live_sessions
from tests.journeys.test_writing_offline import KEPT, give
from tests.server import Server, running_server, start_server

OUTBOX = "**/api/outbox"
SIGNED_OUT = re.compile(f"{routes.SIGN_IN}$")


def write(mette: Phone, number: int) -> None:
    """About the first goal on the page; it stays on the phone."""
    form = mette.find("form[data-outbox=progress]").first
    give(form, number)
    expect(form).to_contain_text(KEPT)


def last_saved(server: Server) -> int | None:
    with Session(make_engine(server.database_url)) as db:
        newest = select(ProgressEntry.rating).order_by(ProgressEntry.recorded_at.desc())
        return db.scalar(newest.limit(1))


def hold_back(mette: Phone) -> None:
    """The server has no time for the outbox, and for everything else."""
    mette.page.route(OUTBOX, lambda route: route.fulfill(status=503, json={}))


def let_through(mette: Phone) -> None:
    expect(mette.page).to_have_url(SIGNED_OUT)
    mette.page.unroute(OUTBOX)
    expect(mette.find(".sending")).to_contain_text("Sendt")


def test_it_is_sent_after_she_has_signed_out(browser: Browser, tmp_path: Path) -> None:
    """First through the menu's form, and then without any connection."""
    with running_server(tmp_path) as server:
        mette = as_app(Phone(browser, server.url, "mette").open(routes.HOME))
        before = last_saved(server)
        hold_back(mette)
        write(mette, 1)
        mette.unfold("Menu").sees("1 ting er ikke sendt endnu")
        expect(mette.find(".account input[name=usendt]")).not_to_have_value("")
        mette.tap("Log af", exact=True)
        expect(mette.page).to_have_url(SIGNED_OUT)
        assert last_saved(server) == before != 1
        let_through(mette)
        assert (last_saved(server), live_sessions(server)) == (1, 0)

        mette.sign_in("mette@familie.example")
        mette.open(routes.HOME)
        hold_back(mette)
        server.crash()
        expect(mette.find("html")).to_have_attribute("data-offline", "")
        write(mette, 2)
        mette.unfold("Menu").tap("Log af", exact=True).sees("Du er logget af")
        back = start_server(tmp_path, server.port, server.database_url)
        let_through(mette)
        assert (last_saved(back), live_sessions(back)) == (2, 0)
        back.stop()
        mette.put_away()
