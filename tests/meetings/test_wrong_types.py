"""Events with wrong types: a sentence or nothing, no trace in the answer, the server lives."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.server import Server
from tests.sockets import ROOT_STATE, Tab, tab

STATES = f"{ROOT_STATE}.herning_pwa___meetings___state"
PAGE = f"{STATES}___meeting____meeting_page"
PREPARING = f"{STATES}___preparing____prepare_page"
SUMMARY = f"{STATES}___summary____summary_page"
PLANNING = f"{STATES}___planning____plan_meeting_page"
TIMES = f"{STATES}___times____find_time"
WRITTEN = f"{STATES}___times____written_time"

FORMS: list[Any] = [
    None,
    5,
    "form",
    [["meeting_id", "x"]],
    {"meeting_id": {"id": 1}, "sequence": [0], "answer": {}, "words": 1, "text": None},
    {"people": 7, "form_key": [], "day": {}, "start": 1, "end": True, "points": ["a"]},
    {"__reflex_form_data__": "not entries"},
]


@pytest.fixture
def november() -> None:
    """The app under test keeps its own clock."""


@pytest.fixture
def cookie(server: Server) -> str:
    answer = httpx.post(
        server.url + routes.API_SESSION,
        data={"email": "sanne@kommune.example", "password": DEMO_PASSWORD},
        headers={"Origin": server.url},
    )
    return f"sid={answer.cookies['sid']}"


def still_answers(phone: Tab) -> bool:
    """Asked for the whole page again: a load alone says nothing when nothing is new."""
    return "ahead" in phone.open(routes.MEETINGS)


@pytest.mark.parametrize("form", FORMS, ids=repr)
def test_a_form_that_is_none_breaks_nothing(server: Server, cookie: str, form: Any) -> None:
    handlers = [f"{PAGE}.{act}" for act in ("answer", "add_point", "change", "cancel", "invite")]
    handlers += [f"{SUMMARY}.{act}" for act in ("save", "send", "reply")]
    handlers += [f"{PLANNING}.plan", f"{TIMES}.offer", f"{TIMES}.mark"]
    with tab(server.url, cookie=cookie) as phone:
        phone.open(routes.MEETINGS)
        for handler in handlers:
            phone.send(handler, {"form": form}, path=routes.MEETINGS)
        phone.send(f"{PAGE}.withdraw_point", {"point_id": form}, path=routes.MEETINGS)
        phone.send(f"{TIMES}.withdraw", {"offer_id": form}, path=routes.MEETINGS)
        phone.send(f"{TIMES}.choose", {"offer_id": form, "sequence": form}, path=routes.MEETINGS)
        written = {"about": "change", "where": form, "field": "day", "value": form}
        for more in ({}, {"about": form}, {"field": form}):
            phone.send(f"{WRITTEN}.look", {**written, **more}, path=routes.MEETINGS)
        heard = phone.settle()
        assert still_answers(phone)
    for trace in ("Traceback", "Error:", "sqlalchemy", "herning_pwa/"):
        assert trace not in heard
