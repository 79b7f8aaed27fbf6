"""The outbox's addresses on the running server, as phones and attackers use them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import func, select

from herning_pwa import routes
from herning_pwa.db import reading
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.policy import visible_to
from herning_pwa.offline.envelope import read_sealed
from herning_pwa.people.models import Person, SignInSession
from herning_pwa.progress.models import ProgressEntry
from tests.fresh import installation
from tests.outbox import key_of, post, seal, statuses
from tests.server import Server

NOTE = "Skrevet i en tunnel"


@pytest.fixture(scope="module")
def people(server: Server) -> dict[str, UUID]:
    with installation(HERNING_DATABASE_URL=server.database_url), reading() as db:
        return {person.first_name.lower(): person.id for person in db.scalars(select(Person))}


@pytest.fixture(scope="module")
def goal_id(server: Server, people: dict[str, UUID]) -> str:
    """One of Mette's goals."""
    with installation(HERNING_DATABASE_URL=server.database_url), reading() as db:
        mette = db.get_one(Person, people["mette"])
        return str(
            db.scalars(visible_to(mette).where(Goal.lifecycle == Lifecycle.ACTIVE)).first().id
        )


@pytest.fixture
def web(server: Server) -> Iterator[httpx.Client]:
    """Mette's phone."""
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as web:
        sign_in(web, "mette")
        yield web


def sign_in(web: httpx.Client, name: str) -> None:
    email = f"{name}@familie.example"
    web.post(routes.API_SESSION, data={"email": email, "password": DEMO_PASSWORD})


def leave(
    web: httpx.Client, *entries: dict[str, Any], by: str = routes.API_SESSION_END
) -> httpx.Response:
    """Sign out while these wait on the phone."""
    left = [f"{row['person']}.{read_sealed(row).fingerprint}" for row in entries]
    return web.post(by, data={"usendt": " ".join(left)})


def said(goal_id: str, note: str = NOTE) -> dict[str, str]:
    return {"goal_id": goal_id, "client_key": str(uuid4()), "rating": "6", "note": note}


def times_saved(server: Server, note: str) -> int:
    with installation(HERNING_DATABASE_URL=server.database_url), reading() as db:
        count = select(func.count()).select_from(ProgressEntry)
        return db.scalar(count.where(ProgressEntry.note == note)) or 0


def test_what_is_sent_is_saved_and_answered_in_its_order(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    key, note = key_of(server.url), str(uuid4())
    good = seal("progress", said(goal_id, note), people["mette"], key=key)
    nothing = seal("progress", {"goal_id": goal_id}, people["mette"], key=key)
    tampered = {**good, "id": str(uuid4())}
    hers = seal("progress", said(goal_id, note), people["inger"], key=key)
    other = seal("progress", said(goal_id), people["mette"], id=good["id"], key=key)
    newer = seal("goal.dreamt", {}, people["mette"], key=key)
    answer = post(web, good, nothing, tampered, "junk", hers, other, newer, good)
    assert statuses(answer) == [
        "applied",
        "refused",
        "unreadable",
        "unreadable",
        "not_yours",
        "mismatch",
        "later",  # a later version knows this kind
        "applied",
    ]
    ids = [each["id"] for each in answer.json()["answers"]]
    assert ids == [
        good["id"],
        nothing["id"],
        tampered["id"],
        "",
        hers["id"],
        good["id"],
        newer["id"],
        good["id"],
    ]
    assert answer.json()["time"]
    assert times_saved(server, note) == 1


def test_an_id_that_cannot_be_written_down_takes_no_answer_from_the_others(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    good = seal("progress", said(goal_id), people["mette"], key=key_of(server.url))
    body = json.dumps({"entries": [good, {**good, "id": "\ud800"}, {**good, "id": 7}]})
    answer = web.post(routes.API_OUTBOX, content=body)
    assert statuses(answer) == ["applied", "unreadable", "unreadable"]
    assert [each["id"] for each in answer.json()["answers"]] == [good["id"], "", ""]


def test_delivery_keeps_nobody_signed_in(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    def last_seen() -> object:
        with installation(HERNING_DATABASE_URL=server.database_url), reading() as db:
            return db.scalar(select(func.max(SignInSession.last_seen_at)))

    before = last_seen()
    entry = seal("progress", said(goal_id), people["mette"], key=key_of(server.url))
    assert statuses(post(web, entry)) == ["applied"]
    assert last_seen() == before


def test_what_was_not_sent_at_sign_out_is_sent_without_a_word_to_anybody(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    key, note = key_of(server.url), str(uuid4())
    first, second, third = (
        seal("progress", said(goal_id, note), people["mette"], key=key) for _n in range(3)
    )
    empty = seal("progress", {"goal_id": goal_id}, people["mette"], key=key)
    ended = leave(web, first, second, empty)
    [cookie] = [c for c in ended.headers.get_list("set-cookie") if c.startswith("upload-")]
    assert "HttpOnly" in cookie
    assert "Path=/api/outbox;" in cookie
    assert "sid" not in web.cookies
    answer = post(web, first, empty)
    assert [(each["status"], each["sentence"]) for each in answer.json()["answers"]] == [
        ("applied", ""),
        ("refused", ""),
    ]
    hers = seal("progress", said(goal_id, note), people["inger"], key=key)
    assert statuses(post(web, hers, second, third, first)) == [
        "not_yours",
        "applied",
        "not_yours",  # it was not on the phone when she signed out
        "applied",
    ]
    for path in (routes.HOME, routes.API_OWN_WORDS.format(format="json")):
        assert web.get(path).status_code in {303, 401}
    assert times_saved(server, note) == 2


def test_somebody_else_signs_in_and_each_sends_their_own(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    key, note = key_of(server.url), str(uuid4())
    hers = seal("progress", said(goal_id, note), people["mette"], key=key)
    empty = seal("progress", {"goal_id": goal_id}, people["mette"], key=key)
    leave(web, hers, empty)
    sign_in(web, "inger")
    own = seal("progress", {}, people["inger"], key=key)
    answers = post(web, hers, own, empty).json()["answers"]
    assert [each["status"] for each in answers] == ["applied", "refused", "refused"]
    assert [bool(each["sentence"]) for each in answers] == [False, True, False]
    assert times_saved(server, note) == 1


def test_mette_agrees_to_nothing_by_what_another_seals_in_her_name(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    """Inger has left something on the computer they share; Mette has sent everything of hers."""
    key = key_of(server.url)
    left = seal("progress", said(goal_id), people["inger"], key=key)
    leave(web, left)
    forged = seal("goal.agreed", {"goal_id": goal_id}, people["mette"], key=key)
    assert post(web, forged, left).status_code == 401


def test_signing_out_everywhere_leaves_no_browser_but_this_one_to_send(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    key, note = key_of(server.url), str(uuid4())
    here, there = (
        seal("progress", said(goal_id, note), people["mette"], key=key) for _n in range(2)
    )
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as lost:
        sign_in(lost, "mette")
        leave(lost, there)
        assert leave(web, here, by=routes.API_SESSION_END_EVERYWHERE).status_code == 303
        assert post(lost, there).status_code == 401
    assert statuses(post(web, here, there)) == ["applied", "not_yours"]
    assert times_saved(server, note) == 1


def test_deleting_everything_on_a_phone_ends_what_was_granted_before(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    entry = seal("progress", said(goal_id), people["mette"], key=key_of(server.url))
    leave(web, entry)
    sign_in(web, "mette")
    web.post(routes.API_SESSION_END, data={"alt": "1"})
    assert post(web, entry).status_code == 401


def test_who_signs_in_again_ends_a_grant_that_has_sent_everything(
    server: Server, web: httpx.Client, people: dict[str, UUID], goal_id: str
) -> None:
    entry = seal("progress", said(goal_id), people["mette"], key=key_of(server.url))
    leave(web, entry)
    assert statuses(post(web, entry, entry)) == ["applied", "applied"]
    sign_in(web, "mette")
    leave(web)
    assert post(web, entry).status_code == 401


def test_signing_out_goes_well_whatever_is_said_to_be_left(
    server: Server, people: dict[str, UUID]
) -> None:
    own = f"{people['mette']}.{'x' * 42}"
    for unsent in ("3", "", "x", own, f"{own}æ", f" {own} {own}=", "." * 60_000):
        with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as web:
            sign_in(web, "mette")
            assert web.post(routes.API_SESSION_END, data={"usendt": unsent}).status_code == 303
            assert not [name for name in web.cookies if name.startswith("upload")]


def test_nobody_who_was_not_signed_in_may_send_afterwards(
    server: Server, people: dict[str, UUID], goal_id: str
) -> None:
    entry = seal("progress", said(goal_id), people["mette"], key=key_of(server.url))
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as stranger:
        assert leave(stranger, entry).status_code == 303
        assert post(stranger, entry).status_code == 401


def test_a_stranger_gets_the_key_and_nothing_else(server: Server) -> None:
    answer = httpx.get(server.url + routes.API_OUTBOX_KEY)
    assert answer.headers["cache-control"] == "no-store"
    assert set(answer.json()) == {"id", "key", "schema", "time"}
    refused = httpx.post(server.url + routes.API_OUTBOX, json={"entries": []})
    assert (refused.status_code, set(refused.json())) == (401, {"sentence"})


def test_another_site_cannot_send(server: Server, web: httpx.Client) -> None:
    evil = {"Origin": "https://evil.example"}
    answer = web.post(routes.API_OUTBOX, json={"entries": []}, headers=evil)
    assert (answer.status_code, set(answer.json())) == (403, {"sentence"})


def test_fifty_entries_are_taken_and_not_fifty_one(web: httpx.Client) -> None:
    assert statuses(post(web, *["x"] * 50)) == ["unreadable"] * 50
    assert post(web, *["x"] * 51).status_code == 413
    assert statuses(post(web)) == []


def test_a_quarter_of_a_megabyte_is_taken_and_no_more(web: httpx.Client) -> None:
    assert statuses(post(web, "x" * (255 * 1024))) == ["unreadable"]
    answer = post(web, "x" * (300 * 1024))
    assert (answer.status_code, set(answer.json())) == (413, {"sentence"})
    assert answer.headers["connection"] == "close", "the rest of it is not read"
    assert web.post(routes.API_SESSION, content=b"x" * (65 * 1024)).status_code == 413


def test_a_phone_with_a_full_outbox_is_not_slowed_down_and_who_never_stops_is(
    server: Server,
) -> None:
    """As another person, whose pace is nobody else's."""
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as web:
        sign_in(web, "jens")
        for _n in range(40):
            assert post(web, *["x"] * 50).status_code == 200
        answer = post(web, "x")
        assert (answer.status_code, set(answer.json())) == (429, {"sentence"})


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"7", b'{"entries":{}}', b"[" * 90_000, b"9" * 9_000, b"\xff\xfe\x00"],
)
def test_junk_is_refused_with_a_sentence(server: Server, web: httpx.Client, body: bytes) -> None:
    answer = web.post(routes.API_OUTBOX, content=body)
    assert (answer.status_code, set(answer.json())) == (400, {"sentence"})


def test_nothing_that_was_written_is_in_the_log(server: Server, web: httpx.Client) -> None:
    post(web, {"id": "kanariefugl", "sealed": "kanariefugl"}, ["kanariefugl"])
    log = server.log.read_text()
    assert "kanariefugl" not in log
    assert NOTE not in log
    assert "Traceback" not in log
