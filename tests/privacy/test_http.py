"""Taking one's own words along, over plain HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from sqlalchemy import func, select

from herning_pwa import routes
from herning_pwa.activity.models import Activity
from herning_pwa.db import reading
from herning_pwa.demo.people import DEMO_PASSWORD
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
