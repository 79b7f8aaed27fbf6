"""A browser says yes over HTTP, and is known by its cookie when its person comes and goes."""

from __future__ import annotations

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.notifications.push import REAL, Browser
from tests.server import Server
from tests.sockets import tab


@pytest.fixture
def client(server: Server) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"Origin": server.url})


def sign_in(client: httpx.Client, who: str) -> None:
    form = {"email": f"{who}@familie.example", "password": DEMO_PASSWORD}
    assert client.post(routes.API_SESSION, data=form).status_code == 303


def gets_messages(client: httpx.Client, server: Server) -> bool:
    """Whether the settings page of this browser says so."""
    with tab(server.url, cookie=f"sid={client.cookies['sid']}") as phone:
        return "Chrome, Android" in phone.open(routes.SETTINGS) + phone.settle()


def says_yes(client: httpx.Client, name: str) -> httpx.Response:
    return client.post(
        routes.API_MESSAGES,
        json=Browser(f"{REAL}/{name}").subscription,
        headers={"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari"},
    )


def test_yes_no_and_who_comes_after(client: httpx.Client, server: Server) -> None:
    assert says_yes(client, "ingen").status_code == 401
    sign_in(client, "mette")
    answer = says_yes(client, "mette")
    assert answer.status_code == 204
    assert "httponly" in answer.headers["set-cookie"].casefold()
    assert gets_messages(client, server)
    sign_in(client, "mette")
    assert gets_messages(client, server)
    sign_in(client, "anders")
    sign_in(client, "mette")
    assert not gets_messages(client, server)


def test_signing_out_ends_it_also_long_after_the_session(
    client: httpx.Client, server: Server
) -> None:
    sign_in(client, "mette")
    says_yes(client, "igen")
    del client.cookies["sid"]  # the browser forgot it when its time was out
    client.post(routes.API_SESSION_END)
    assert "messages" not in client.cookies
    sign_in(client, "mette")
    assert not gets_messages(client, server)


@pytest.mark.parametrize("body", ["", "junk", "[]", "{}", '{"endpoint": "https://evil.example/"}'])
def test_junk_is_refused(client: httpx.Client, body: str) -> None:
    sign_in(client, "mette")
    as_json = {"Content-Type": "application/json"}
    answer = client.post(routes.API_MESSAGES, content=body, headers=as_json)
    assert (answer.status_code, "set-cookie" in answer.headers) == (400, False)


def test_another_site_cannot_say_yes_for_somebody(client: httpx.Client) -> None:
    sign_in(client, "mette")
    foreign = {"Origin": "https://evil.example"}
    answer = client.post(routes.API_MESSAGES, json=Browser().subscription, headers=foreign)
    assert answer.status_code == 403
