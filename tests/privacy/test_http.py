"""Taking one's own words along, over plain HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.activity.models import Activity
from herning_pwa.db import make_engine, reading
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.people.models import FRESH_FOR, SignInSession
from tests.fresh import installation
from tests.server import Server

JSON = routes.API_OWN_WORDS.format(format="json")
HTML = routes.API_OWN_WORDS.format(format="html")


@contextmanager
def signed_in(server: Server, email: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as browser:
        browser.post(routes.API_SESSION, data={"email": email, "password": DEMO_PASSWORD})
        yield browser


def times_taken(server: Server) -> int:
    with installation(HERNING_DATABASE_URL=server.database_url), reading() as db:
        count = select(func.count()).select_from(Activity)
        return db.scalar(count.where(Activity.action == "own_words.taken")) or 0


@pytest.mark.parametrize(("path", "kind"), [(JSON, "application/json"), (HTML, "text/html")])
def test_mette_takes_hers_and_only_hers(server: Server, path: str, kind: str) -> None:
    before = times_taken(server)
    with signed_in(server, "mette@familie.example") as mette:
        answer = mette.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "no-store" in answer.headers["cache-control"]
    assert answer.headers["content-disposition"].startswith('attachment; filename="mine-ord.')
    assert times_taken(server) == before + 1
    with signed_in(server, "fatima@familie.example") as fatima:
        assert "Emil" in answer.text
        assert "Emil" not in fatima.get(path).text


def test_who_has_not_shown_lately_who_they_are_does_it_first(server: Server) -> None:
    """Somebody else may hold the phone by now."""
    with signed_in(server, "mette@familie.example") as mette:
        with Session(make_engine(server.database_url)) as db, db.begin():
            db.execute(update(SignInSession).values(proved_at=clock.now() - FRESH_FOR))
        answer = mette.get(HTML)
        assert (answer.status_code, answer.content) == (303, b"")
        assert answer.headers["location"] == f"{routes.PROVE}?videre=%2Fprivatliv"
        shown = {"adgangskode": DEMO_PASSWORD, "videre": routes.PRIVACY}
        shows = mette.post(routes.API_SESSION_PROVE, data=shown)
        assert shows.headers["location"] == routes.PRIVACY
        assert "Emil" in mette.get(HTML).text


def test_an_address_typed_by_hand_leads_to_the_page_and_its_lock(server: Server) -> None:
    with signed_in(server, "mette@familie.example") as mette:
        del mette.headers["Origin"]
        typed = mette.get(HTML, headers={"Sec-Fetch-Site": "none"})
        assert (typed.status_code, typed.headers["location"]) == (303, routes.PRIVACY)
        linked_to = mette.get(HTML, headers={"Sec-Fetch-Site": "cross-site"})
        assert linked_to.headers["location"] == routes.PRIVACY
        assert mette.get(HTML, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_stranger_gets_nothing(server: Server) -> None:
    for path in (JSON, HTML):
        answer = httpx.get(server.url + path)
        assert (answer.status_code, answer.content) == (401, b"")


def test_there_are_two_formats(server: Server) -> None:
    with signed_in(server, "mette@familie.example") as mette:
        for other in ("xml", "JSON", "json.exe", "%00"):
            assert mette.get(routes.API_OWN_WORDS.format(format=other)).status_code == 404


def test_nobody_takes_it_all_day(server: Server) -> None:
    network = httpx.HTTPTransport(local_address="127.0.0.77")
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", transport=network) as browser:
        answers = [browser.get(JSON) for _n in range(11)]
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"]
