"""The server's log holds no cookie, no words and no line that somebody else wrote."""

from __future__ import annotations

from tests.server import Server
from tests.sockets import HYDRATE, ROOT_STATE, tab

WORDS = "Emil slog sin søster"
FORGED = "ERROR alt er slettet"
PAGE_ERROR = (
    f"{ROOT_STATE}.reflex___state____frontend_event_exception_state.handle_frontend_exception"
)


def test_nothing_that_was_sent_comes_back_in_the_log(server: Server) -> None:
    with tab(server.url, cookie="sid=hemmelig-kage") as stranger:
        stranger.send(HYDRATE)
        stranger.send(f"no.such.event {WORDS}", {"note": WORDS})
        stranger.send(PAGE_ERROR, {"info": f"{WORDS}\n{FORGED}", "component_stack": WORDS})
        stranger.send(HYDRATE, {"vars": WORDS, "hashes": {WORDS: FORGED}})
        stranger.send(f"{ROOT_STATE}.set_is_hydrated", {WORDS: f"{WORDS}\n{FORGED}"})
        stranger.listen(2)
    log = server.log.read_text()
    assert WORDS not in log
    assert FORGED not in log
    assert "hemmelig-kage" not in log
