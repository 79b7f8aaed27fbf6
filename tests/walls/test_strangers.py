"""Only our own pages may write or open the socket; nobody may claim another's address."""

from __future__ import annotations

import asyncio

import httpx
import pytest
import simple_websocket
from starlette.types import Message, Receive, Scope, Send

from herning_pwa import routes
from herning_pwa.web.callers import Callers
from tests.server import Server
from tests.sockets import Client

FORGED = b"6.6.6.6, 10.0.0.7"


def foreign_origins(server: Server) -> list[str]:
    return [
        "https://ondt.example",
        "null",
        f"https://localhost:{server.port}",
        f"{server.url}.ondt.example",
        f"http://localhost:{server.port + 1}",
    ]


def test_our_own_page_may_write(web: httpx.Client, server: Server) -> None:
    answer = web.post(routes.API_SESSION_END, headers={"origin": server.url})
    assert answer.status_code != 403


def test_another_site_may_not_write(web: httpx.Client, server: Server) -> None:
    for origin in foreign_origins(server):
        answer = web.post(routes.API_SESSION, headers={"origin": origin})
        assert answer.status_code == 403, origin
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"referer": "https://ondt.example/side"},
        {"referer": "http://["},
    ],
)
def test_a_browser_that_hides_its_origin_is_known_by_the_rest(
    web: httpx.Client, headers: dict[str, str]
) -> None:
    assert web.post(routes.API_SESSION, headers=headers).status_code == 403


def test_a_caller_that_is_no_browser_may_write(web: httpx.Client) -> None:
    assert web.post(routes.API_SESSION).status_code != 403


def test_a_stranger_learns_that_the_database_answers(web: httpx.Client) -> None:
    answer = web.get(routes.READY)
    assert (answer.status_code, answer.text) == (200, "ok")
    assert "set-cookie" not in answer.headers


def test_our_own_page_may_open_the_socket(server: Server) -> None:
    socket = Client(f"{server.socket_url}&token=own", headers={"Origin": server.url})
    assert socket.receive(timeout=60).startswith("0")
    socket.close()


def test_another_site_may_not_open_the_socket(server: Server) -> None:
    for origin in foreign_origins(server):
        with pytest.raises(simple_websocket.ConnectionError) as refused:
            Client(f"{server.socket_url}&token=foreign", headers={"Origin": origin})
        assert refused.value.status_code == 403, origin


async def caller_seen(proxies: int, header: bytes) -> str:
    """The caller's address as a route sees it, when the network says 10.0.0.1."""
    seen: list[str] = []

    async def route(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["client"][0])

    async def nothing() -> Message:
        return {"type": "http.disconnect"}

    async def nowhere(_message: Message) -> None: ...

    scope = {
        "type": "http",
        "client": ("10.0.0.1", 5000),
        "headers": [(b"x-forwarded-for", header)],
    }
    await Callers(route, proxies=proxies, https=False)(scope, nothing, nowhere)
    return seen[0]


@pytest.mark.parametrize(
    ("proxies", "header", "expected"),
    [
        (0, FORGED, "10.0.0.1"),
        (1, FORGED, "10.0.0.7"),
        (2, FORGED, "6.6.6.6"),
        (3, FORGED, "10.0.0.1"),
        (1, b"", "10.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed(proxies: int, header: bytes, expected: str) -> None:
    assert asyncio.run(caller_seen(proxies, header)) == expected


def test_the_socket_has_no_back_door_over_plain_http(web: httpx.Client) -> None:
    address = "/_event/?EIO=4&transport=polling&token=polled"
    assert web.get(address).status_code == web.post(address).status_code == 400
