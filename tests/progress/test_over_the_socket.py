"""What arrives from a socket need not come from our form: any type, anybody's ids."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from sqlalchemy import create_engine, text

from herning_pwa import routes
from tests.server import Server
from tests.sockets import ROOT_STATE, Tab, tab
from tests.walls.test_gate import cookie_of

RECORD_PROGRESS = f"{ROOT_STATE}.herning_pwa___progress___state____record_progress"
WRITE_PAGE = f"{ROOT_STATE}.herning_pwa___progress___state____write_page"
DESK_PAGE = f"{ROOT_STATE}.herning_pwa___desk___state____desk_page"

ODD_FORMS: list[Any] = [
    {"rating": True},
    {"rating": [6], "note": {"a": 1}},
    {"rating": 11},
    {"rating": "ti"},
    {"rating": -1},
    {"rating": 6, "happened_on": [2026]},
    {"rating": 6, "happened_on": "2099-01-01"},
    {"note": "\ud83d"},
    {"note": "x" * 1001},
    {"rating": 6, "client_key": ["a"]},
    {"rating": 6, "goal_id": {}},
]


def a_goal(server: Server) -> str:
    """One of family one's goals, as an attacker might have learnt it."""
    engine = create_engine(server.database_url)
    with engine.connect() as db:
        found = db.execute(text("SELECT goal_id FROM progress_entry LIMIT 1")).scalar_one()
    engine.dispose()
    return str(found)


def entries(server: Server) -> int:
    engine = create_engine(server.database_url)
    with engine.connect() as db:
        count = db.execute(text("SELECT count(*) FROM progress_entry")).scalar_one()
    engine.dispose()
    return int(count)


def opened(phone: Tab) -> Tab:
    phone.load(routes.WRITE)
    phone.listen()
    return phone


def test_odd_forms_save_nothing_and_get_a_sentence(server: Server) -> None:
    before, goal_id = entries(server), a_goal(server)
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        opened(phone)
        for odd in ODD_FORMS:
            whole = {"goal_id": goal_id, "client_key": str(uuid4()), **odd}
            heard = phone.send(f"{RECORD_PROGRESS}.record", {"form": whole}).listen(0.4)
            assert re.search(r'"sentence":\s*"[^"]+"', heard), odd
        assert "Traceback" not in phone.heard()
    assert entries(server) == before


def test_something_that_is_no_form_breaks_nothing(server: Server) -> None:
    before = entries(server)
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        opened(phone)
        for odd in (None, 7, "x", [], [[]], {}):
            phone.send(f"{RECORD_PROGRESS}.record", {"form": odd})
            phone.send(f"{WRITE_PAGE}.record", {"form": odd})
            phone.send(f"{RECORD_PROGRESS}.withdraw", {"entry_id": odd})
        phone.listen()
        assert "Emil" in phone.load(routes.WRITE).listen(), "the server lives"
        assert "Traceback" not in phone.heard()
    assert entries(server) == before


def test_fredes_number_on_emils_goal_is_not_found(server: Server) -> None:
    before = entries(server)
    form = {"goal_id": a_goal(server), "client_key": str(uuid4()), "rating": "6"}
    with tab(server.url, cookie=cookie_of(server, "frede@kommune.example")) as phone:
        opened(phone).send(f"{RECORD_PROGRESS}.record", {"form": form})
        heard = phone.listen()
    assert "Vi kan ikke finde" in heard
    assert "Emil" not in phone.heard()
    assert entries(server) == before


def test_a_family_finds_no_desk(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        phone.load(routes.DESK)
        heard = phone.send(f"{DESK_PAGE}.load", path=routes.DESK).listen()
    assert '"missing_rx_state_":true' in heard
    assert "Emil" not in heard.partition("desk_page")[2].partition("}}")[0]


def test_the_desk_leads_nowhere_else(server: Server) -> None:
    odd = [("goal", "x"), ("https://other.example", "x"), ([], {}), (None, None)]
    with tab(server.url, cookie=cookie_of(server, "sanne@kommune.example")) as phone:
        phone.load(routes.DESK)
        phone.listen()
        for kind, target in odd:
            payload = {"circle_id": "x", "kind": kind, "target": target}
            phone.send(f"{DESK_PAGE}.open", payload, path=routes.DESK)
        heard = phone.listen()
    assert "_redirect" not in heard
    assert "other.example" not in heard
    assert "Traceback" not in heard
