"""Every cell of the matrix, asked of the running server: over a raw socket and over HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest

from herning_pwa import routes
from tests.walls.matrix.acts import ACTS
from tests.walls.matrix.canaries import canary, heard_in
from tests.walls.matrix.cells import ADDRESSES, DEEDS, LOOKS, NAMES, Row
from tests.walls.matrix.looks import looks_of
from tests.walls.matrix.over_the_wire import Wire, wire
from tests.walls.matrix.people import COLUMNS, EVERYBODY
from tests.walls.matrix.tally import TALLY

AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
A_MOMENT = re.compile(r"\d{13}")
FROM_ELSEWHERE = set(COLUMNS[-1].people) - {"fatima", "frede"}  # they ask once for each act
TAKE_THEIR_WORDS = ("mette", "anders", "karl", "freja", "sofie", "inger", "sanne", "peter")
WROTE = {"peter": {"address for Peter's guest"}}
OUTSIDERS = ("karl", "jens", "ida", "fatima")
SENT = [row for row in DEEDS if not ACTS[row.act].only_as_command]
ROUNDS = 3
ONE_OF_EACH = {row.act: row for row in reversed(SENT) if "-" in row.cells}.values()
"""The first line of each act that somebody does not even find."""


@pytest.fixture(scope="module")
def wired(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    with wire(tmp_path_factory.mktemp("matrix")) as wired:
        yield wired


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("name", EVERYBODY)
def test_what_arrives(wired: Wire, name: str) -> None:
    pages = [look for look in looks_of(wired.world, name) if look.address]
    text = "\n".join(wired.open(name, page.address, page.parameters) for page in pages)
    heard = heard_in(text)
    for row in [*LOOKS, *ADDRESSES]:
        if row.cell(name) != "*":
            found = "yes" if canary(row.thing) in heard else "-"
            TALLY.compare("socket", f"see {row} · {name}", row.cell(name), found)
    for row in NAMES:
        found = "yes" if row.thing in text else "-"
        TALLY.compare("socket", f"know of {row} · {name}", row.cell(name), found)


@pytest.fixture
def no_page_is_open(wired: Wire, row: Row) -> None:
    """At the first line of each table: pages that load themselves anew take their time."""
    if next(one for one in SENT if one.table == row.table) == row:
        wired.hang_up_everybody()


@pytest.mark.usefixtures("no_wrong_cell", "no_page_is_open")
@pytest.mark.parametrize("row", SENT, ids=str)
def test_an_act(wired: Wire, row: Row) -> None:
    act = ACTS[row.act]
    asked = [one for one in row.asked if row in ONE_OF_EACH or one[0] not in FROM_ELSEWHERE]
    if act.own:  # the others would do it in their own circle
        asked = [one for one in asked if one[0] in wired.world.ours]
    for together in (_refused(asked), *([one] for one in asked if one[1] == "yes")):
        since = wired.last()
        for name, _cell in together:
            if act.page:
                wired.open(name, act.page)
            wired.post(name, act.handler or row.act, act.sends(wired.world, row.thing))
        for name, cell in together:
            found = wired.outcome(name, act.name, since, awaited=cell != "=")
            expected = "-" if act.page and cell == "no" else cell  # the page is not theirs
            TALLY.compare("socket", f"{row} · {name}", expected, found)
        if wired.last_act() != since:
            wired.undo_acts(since, *(name for name, _cell in together))


def _refused(asked: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those whose act changes nothing: they can all be asked at once."""
    return [(name, cell) for name, cell in asked if cell != "yes"]


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("row", ONE_OF_EACH, ids=str)
def test_what_is_hidden_looks_like_what_is_not_there(wired: Wire, row: Row) -> None:
    act = ACTS[row.act]
    handler, payload = act.handler or row.act, act.sends(wired.world, row.thing)
    for name, cell in row.asked:
        if cell == "-" and name in OUTSIDERS and not act.own:
            hidden, invented = "", _answer_on_a_new_page(wired, name, handler, payload)
            for _again in range(ROUNDS):  # a page that loads itself anew may come in between
                if hidden != invented:
                    hidden = _without_ids(wired.send(name, handler, payload))
                    invented = _without_ids(wired.send(name, handler, _invented(payload)))
            TALLY.compare("looks like nothing", f"{row} · {name}", invented, hidden)


def _answer_on_a_new_page(wired: Wire, name: str, handler: str, payload: dict) -> str:
    """The first answer there says more than the next ones: where the page is, for one."""
    wired.hang_up(name)
    return wired.send(name, handler, _invented(payload))


def _without_ids(frames: str) -> str:
    """What the frames say; Reflex sends the parts of one in any order."""
    said = [json.loads(frame.partition(",")[2]) for frame in frames.splitlines()]
    return A_MOMENT.sub("moment", AN_ID.sub("id", json.dumps(said, sort_keys=True)))


def _invented(payload: object) -> dict:
    """The same with ids of nothing."""
    if isinstance(payload, dict):
        return {key: _invented(value) for key, value in payload.items()}
    if isinstance(payload, list):
        return [_invented(value) for value in payload]
    return str(uuid4()) if isinstance(payload, str) and AN_ID.fullmatch(payload) else payload


@pytest.mark.parametrize("row", {row.act: row for row in SENT}.values(), ids=str)
def test_nobody_gets_as_far_as_the_act(wired: Wire, row: Row) -> None:
    act = ACTS[row.act]
    handler, payload = act.handler or row.act, act.sends(wired.world, row.thing)
    before = wired.last_act()
    wired.hang_up("nobody")
    heard = wired.send("nobody", handler, payload)
    assert heard_in(heard) == set()
    assert routes.SIGN_IN in heard
    assert wired.last_act() == before
    TALLY.compare("socket", f"{row} · nobody", True, True)


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("name", [*EVERYBODY, "nobody"])
def test_calendar_files(wired: Wire, name: str) -> None:
    rows = {row.thing: row for row in LOOKS}
    for meeting in wired.world.meetings:
        answer = httpx.get(
            f"{wired.server.url}{routes.meeting_file(wired.world[meeting])}?detaljer=1",
            headers={"Cookie": wired.cookies.get(name, "")},
        )
        sees = rows[f"agenda of {meeting}"].cell(name) if name != "nobody" else "-"
        place = rows[f"place of {meeting}"].cell(name) if name != "nobody" else "-"
        if sees == "*":
            continue
        TALLY.compare("http", f"file of {meeting} · {name}", sees == "yes", answer.is_success)
        is_there = canary(f"place of {meeting}") in answer.text.replace("\r\n ", "")
        TALLY.compare("http", f"place in file of {meeting} · {name}", place == "yes", is_there)
        if sees == "-":
            TALLY.compare("http", f"empty file of {meeting} · {name}", "", answer.text)


@pytest.mark.usefixtures("no_wrong_cell")
@pytest.mark.parametrize("name", TAKE_THEIR_WORDS)
def test_own_words(wired: Wire, name: str) -> None:
    """What one takes along is what one wrote: never a word of anybody else's."""
    answer = httpx.get(
        wired.server.url + routes.API_OWN_WORDS.format(format="json"),
        headers={"Cookie": wired.cookies[name]},
    )
    assert answer.is_success, name
    heard = heard_in(answer.text)
    for row in LOOKS:
        hidden = row.cell(name) == "-" and row.thing not in WROTE.get(name, ())
        if hidden and canary(row.thing) in heard:
            TALLY.compare("http", f"own words of {name}: {row}", "-", "yes")
    TALLY.compare("http", f"own words of {name}", True, True)


def test_a_change_sends_nobody_more_than_they_may_see(wired: Wire) -> None:
    """Open pages load themselves anew when somebody writes: each gets its own, and no more."""
    for name in wired.world.ours:
        wired.open(name, routes.HOME)
    shared, confided, answered = uuid4().hex, uuid4().hex, uuid4().hex
    note = ACTS["progress"].sends(wired.world, "goal for the parents")
    wired.send("mette", "progress", {"form": {**note["form"], "note": shared}})
    answer = ACTS["MeetingPage.answer"].sends(wired.world, "network meeting")
    wired.send("mette", "MeetingPage.answer", {"form": {**answer["form"], "words": answered}})
    kept = ACTS["progress.confided"].sends(wired.world, "goal for the circle")
    wired.send("freja", "progress.confided", {"form": {**kept["form"], "note": confided}})
    others = wired.world.ours - {"mette", "freja"}
    heard = {name: wired.settle(name) + wired.settle(name) for name in others}
    wired.undo()
    assert {name for name in others if shared in heard[name]} == {"anders", "peter", "sanne"}
    assert {name for name in others if confided in heard[name]} <= {"sanne"}
    assert not [name for name in others if answered in heard[name]]
