"""An answer also reloads the page it was written on, and often before that page hears of it."""

from __future__ import annotations

import re
from uuid import uuid4

from herning_pwa import routes
from tests.outbox import write
from tests.server import Server
from tests.sockets import ROOT_STATE, tab
from tests.walls.test_gate import cookie_of

ROUND_PAGE = f"{ROOT_STATE}.herning_pwa___followup___state___round____round_page"
METTE = "mette@familie.example"


def asked_in(heard: str) -> tuple[str, str]:
    """The round, and the goal that is asked about, in what the page was told last."""
    rounds, goals = (re.findall(rf'"{name}": *"([0-9a-f-]{{36}})"', heard) for name in IDS)
    return rounds[-1], goals[-1]


IDS = ("round_id", "goal_id")


def test_no_goal_is_passed_over_when_the_page_has_moved_on_by_itself(server: Server) -> None:
    cookie = cookie_of(server, METTE)
    with tab(server.url, cookie=cookie) as phone:
        round_id, first = asked_in(phone.open(routes.UPDATE_ROUND))
        phone.settle()
        fields = {"round_id": round_id, "goal_id": first, "client_key": str(uuid4())}
        answer = write(server, METTE, cookie, "round.answered", {**fields, "rating": "7"})
        _same, second = asked_in(phone.hear(*IDS))
        assert second != first, "the page has reloaded itself"
        phone.send(f"{ROUND_PAGE}.heard", {"key": answer["id"]})
        led_to = re.findall(r"maal=([0-9a-f-]{36})", phone.settle())
        assert led_to, "it goes on"
        assert led_to[-1] == second
