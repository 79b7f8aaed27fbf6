"""Too much at once is refused, and what goes wrong tells callers and logs nothing of people."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from socket import create_connection

import httpx
import pytest
import simple_websocket
from starlette.types import Message, Receive, Scope, Send
from wsproto.utilities import LocalProtocolError

from herning_pwa import routes
from herning_pwa.web.calm import Calm
from herning_pwa.web.limits import LARGEST_BODY, MESSAGES_AT_ONCE, BodyLimit
from tests.server import Server
from tests.sockets import Client

SECRET = "en-hemmelig-session"
TAB = "tab-0b5e"
PING = '42/_event,["ping"]'
HTTP_2_SETTINGS = bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])  # an empty frame; its kind is the fourth byte


@pytest.fixture
def socket(server: Server) -> Iterator[Client]:
    """A socket as a browser with a session cookie would hold it."""
    socket = Client(f"{server.socket_url}&token={TAB}", headers={"Cookie": f"sid={SECRET}"})
    socket.receive(timeout=60)
    socket.send("40/_event,{}")
    socket.receive(timeout=60)
    yield socket
    if socket.connected:
        socket.close()


def close_code(socket: Client) -> int:
    """The code the server closes the socket with; 0 when it does not."""
    try:
        while socket.receive(timeout=60) is not None:
            pass
    except simple_websocket.ConnectionClosed as closed:
        return int(closed.reason)
    return 0


def log_with(server: Server, words: str) -> str:
    """The server's log, once these words stand in it."""
    give_up = time.monotonic() + 60
    while words not in (log := server.log.read_text()):
        assert time.monotonic() < give_up, log
        time.sleep(0.05)
    return log


def event(name: str, **payload: object) -> str:
    body = {"name": name, "payload": payload, "router_data": {"pathname": "/"}}
    return "42/_event," + json.dumps(["event", body])


def test_a_body_of_the_largest_size_is_read(web: httpx.Client) -> None:
    assert web.post(routes.API_SESSION, content=b"x" * LARGEST_BODY).status_code != 413


def test_a_larger_body_is_refused(web: httpx.Client) -> None:
    answer = web.post(routes.API_SESSION, content=b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == 413


def test_a_larger_body_of_unsaid_length_is_refused(web: httpx.Client) -> None:
    pieces = (b"x" * 1024 for _ in range(LARGEST_BODY // 1024 + 1))
    assert web.post(routes.API_SESSION, content=pieces).status_code == 413


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "BREW"])
def test_a_larger_body_without_any_header_that_tells_of_it_is_refused(method: str) -> None:
    """As HTTP/2 may send it."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * 1024, "more_body": True}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": routes.API_SESSION, "headers": []}
    asyncio.run(BodyLimit(break_at_once)(scope, receive, send))
    assert sent[0]["status"] == 413


def test_http_2_is_not_spoken(server: Server) -> None:
    """A client that begins in HTTP/2 is hung up on, or told so in HTTP/1."""
    address = ("localhost", server.port)
    with create_connection(address, timeout=10) as line, suppress(ConnectionError):
        line.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + HTTP_2_SETTINGS)
        assert not line.recv(100).startswith(HTTP_2_SETTINGS[3:4], 3)


def test_a_socket_that_floods_is_closed(socket: Client) -> None:
    with suppress(simple_websocket.ConnectionClosed, LocalProtocolError, OSError):
        for _ in range(MESSAGES_AT_ONCE * 3):
            socket.send("3")
    assert close_code(socket) == 1008


def test_a_socket_at_a_person_s_pace_stays_open(socket: Client) -> None:
    for _ in range(MESSAGES_AT_ONCE // 2):
        socket.send("3")
    socket.send(PING)
    while (heard := socket.receive(timeout=60)) and "pong" not in heard:
        continue
    assert heard
    assert socket.connected


def test_a_socket_message_that_is_too_big_closes_it(socket: Client) -> None:
    socket.send("x" * (LARGEST_BODY + 1))
    assert close_code(socket) == 1009


def test_an_unknown_event_leaves_no_cookie_and_no_words_in_the_log(
    server: Server, socket: Client
) -> None:
    socket.send(event("no_such_state.no_such_event", note="Emil var ked af det"))
    log = log_with(server, "no_such_state.no_such_event")
    assert SECRET not in log
    assert "ked af det" not in log


def test_the_tab_s_token_is_in_no_log(server: Server, socket: Client) -> None:
    assert socket.connected
    assert TAB not in server.log.read_text()


async def answer_of(app: Calm) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app({"type": "http", "method": "GET", "path": "/"}, receive, send)
    return sent


async def break_at_once(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise ValueError(SECRET)


async def break_with_an_answer(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 500, "headers": []})
    await send({"type": "http.response.body", "body": SECRET.encode()})


@pytest.mark.parametrize("app", [break_at_once, break_with_an_answer])
def test_what_breaks_tells_the_caller_one_calm_sentence(app: object) -> None:
    start, body = asyncio.run(answer_of(Calm(app)))
    assert start["status"] == 500
    assert SECRET.encode() not in body["body"]
    assert b"<h1>" in body["body"]
