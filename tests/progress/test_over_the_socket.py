"""What arrives from a socket need not come from our form: any type, anybody's ids."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import create_engine, text

from herning_pwa import routes
from tests.outbox import write
from tests.server import Server
from tests.sockets import ROOT_STATE, Tab, tab
from tests.walls.test_gate import cookie_of

RECORD_PROGRESS = f"{ROOT_STATE}.herning_pwa___progress___state____record_progress"
WRITE_PAGE = f"{ROOT_STATE}.herning_pwa___progress___state____write_page"
DESK_PAGE = f"{ROOT_STATE}.herning_pwa___desk___state____desk_page"

METTE = "mette@familie.example"

ODD_FIELDS = [
    {"rating": "True"},
    {"rating": "11"},
    {"rating": "ti"},
    {"rating": "-1"},
    {"rating": "6", "happened_on": "2099-01-01"},
    {"note": "x" * 1001},
    {"rating": "6", "client_key": "['a']"},
    {"rating": "6", "goal_id": "{}"},
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
    phone.open(routes.WRITE)
    return phone


def test_odd_forms_save_nothing_and_get_a_sentence(server: Server) -> None:
    before, goal_id = entries(server), a_goal(server)
    for odd in ODD_FIELDS:
        whole = {"goal_id": goal_id, "client_key": str(uuid4()), **odd}
        answer = write(server, METTE, cookie_of(server, METTE), "progress", whole)
        assert answer["status"] == "refused", odd
        assert answer["sentence"], odd
    assert entries(server) == before


def test_something_that_is_no_key_breaks_nothing(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, METTE)) as phone:
        opened(phone)
        for odd in (None, 7, "x", [], [[]], {}):
            phone.send(f"{RECORD_PROGRESS}.heard", {"key": odd, "about": odd})
            phone.send(f"{RECORD_PROGRESS}.heard_correction", {"key": odd, "about": odd})
            phone.send(f"{WRITE_PAGE}.heard", {"key": odd})
            phone.send(f"{WRITE_PAGE}.heard_alone", {"key": odd})
            phone.send(f"{RECORD_PROGRESS}.withdraw", {"entry_id": odd})
        phone.settle()
        assert "Emil" in phone.open(routes.WRITE), "the server lives"
        assert "Traceback" not in phone.heard()


def test_fredes_number_on_emils_goal_is_not_found(server: Server) -> None:
    before, frede = entries(server), "frede@kommune.example"
    fields = {"goal_id": a_goal(server), "client_key": str(uuid4()), "rating": "6"}
    answer = write(server, frede, cookie_of(server, frede), "progress", fields)
    assert "Vi kan ikke finde" in answer["sentence"]
    assert "Emil" not in str(answer)
    assert entries(server) == before


def test_a_family_finds_no_desk(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        heard = phone.open(routes.DESK)
        heard += phone.send(f"{DESK_PAGE}.load", path=routes.DESK).settle()
    assert '"missing_rx_state_":true' in heard
    assert "Emil" not in heard.partition("desk_page")[2].partition("}}")[0]


def test_the_desk_leads_nowhere_else(server: Server) -> None:
    odd = [("goal", "x"), ("https://other.example", "x"), ([], {}), (None, None)]
    with tab(server.url, cookie=cookie_of(server, "sanne@kommune.example")) as phone:
        phone.open(routes.DESK)
        for kind, target in odd:
            payload = {"circle_id": "x", "kind": kind, "target": target}
            phone.send(f"{DESK_PAGE}.open", payload, path=routes.DESK)
        heard = phone.settle()
    assert "_redirect" not in heard
    assert "other.example" not in heard
    assert "Traceback" not in heard
