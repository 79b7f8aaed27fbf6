"""Signing in and out over HTTP, as a browser or an attacker would."""

from __future__ import annotations

import re

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.server import Server
from tests.sockets import tab

METTE, SANNE = "mette@familie.example", "sanne@kommune.example"


@pytest.fixture
def client(server: Server) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"Origin": server.url})


def sign_in(client: httpx.Client, email: str, password: str = DEMO_PASSWORD) -> httpx.Response:
    return client.post(routes.API_SESSION, data={"email": email, "password": password})


def test_a_parent_lands_on_today_and_a_professional_at_the_desk(client: httpx.Client) -> None:
    assert sign_in(client, METTE).headers["location"] == routes.HOME
    assert sign_in(client, SANNE).headers["location"] == routes.DESK


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(client: httpx.Client) -> None:
    cookie = sign_in(client, METTE).headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "domain=" not in cookie


def test_wrong_and_unknown_get_the_very_same_answer(client: httpx.Client) -> None:
    wrong = sign_in(client, METTE, "forkert adgangskode")
    unknown = sign_in(client, "ingen@familie.example", "forkert adgangskode")
    assert wrong.status_code == unknown.status_code == 303
    assert wrong.headers["location"] == unknown.headers["location"]
    assert "set-cookie" not in wrong.headers
    assert "set-cookie" not in unknown.headers


@pytest.mark.parametrize("body", [{}, {"email": METTE}, {"email": ["a", "b"], "password": "x"}])
def test_half_a_form_is_a_wrong_one(client: httpx.Client, body: dict[str, object]) -> None:
    assert client.post(routes.API_SESSION, data=body).status_code == 303


def test_a_form_from_another_site_is_refused(server: Server) -> None:
    answer = httpx.post(
        server.url + routes.API_SESSION,
        data={"email": METTE, "password": DEMO_PASSWORD},
        headers={"Origin": "https://evil.example"},
    )
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_demo_button_signs_a_demo_person_in_and_nobody_else(client: httpx.Client) -> None:
    answer = client.post(routes.API_DEMO_SESSION, data={"email": METTE})
    assert answer.headers["location"] == routes.HOME
    assert "fejl" in client.post(routes.API_DEMO_SESSION, data={"email": "x"}).headers["location"]


def test_only_deleting_everything_on_a_phone_clears_the_browser(client: httpx.Client) -> None:
    """The header would take what is not sent with it."""
    sign_in(client, METTE)
    assert "clear-site-data" not in client.post(routes.API_SESSION_END).headers
    sign_in(client, METTE)
    everything = client.post(routes.API_SESSION_END, data={"alt": "1"})
    assert everything.headers["clear-site-data"] == '"cache", "storage"'


def test_signing_out_ends_the_session_and_closes_its_sockets(
    client: httpx.Client, server: Server
) -> None:
    sign_in(client, METTE)
    cookie = f"sid={client.cookies['sid']}"
    with tab(server.url, cookie=cookie) as phone:
        phone.open()
        client.post(routes.API_SESSION_END)
        assert phone.is_cut()
    with tab(server.url, cookie=cookie) as again:
        assert "Emil" not in again.open(routes.GOALS)


def test_leaving_that_is_heard_late_ends_nobody_elses_session(
    client: httpx.Client, server: Server
) -> None:
    sign_in(client, METTE)
    left = session_shown(client, server)
    sign_in(client, METTE)
    assert client.post(routes.API_SESSION_END, data={"session": left}).status_code == 204
    mine = session_shown(client, server)
    assert mine != left

    answer = client.post(routes.API_SESSION_END, data={"session": mine})
    assert answer.headers["location"] == routes.SIGN_IN
    assert "sid" in client.cookies, "the cookie may be that of a later sign-in by now"
    assert session_shown(client, server) == ""


def session_shown(client: httpx.Client, server: Server) -> str:
    """The sign-in that the page is told it belongs to."""
    with tab(server.url, cookie=f"sid={client.cookies['sid']}") as page:
        told = re.findall(r'"session_rx_state_": ?"([0-9a-f-]{36})"', page.open(routes.HOME))
    return told[-1] if told else ""


def test_signing_in_anew_leaves_no_older_session_behind(
    client: httpx.Client, server: Server
) -> None:
    sign_in(client, METTE)
    old = f"sid={client.cookies['sid']}"
    sign_in(client, SANNE)
    with tab(server.url, cookie=old) as phone:
        assert "Emil" not in phone.open(routes.GOALS)


@pytest.mark.parametrize("path", [routes.HOME, routes.GOALS, routes.goal("x"), routes.DESK])
def test_a_stranger_is_shown_to_the_form(server: Server, path: str) -> None:
    answer = httpx.get(server.url + path)
    assert (answer.status_code, answer.headers["location"]) == (303, routes.SIGN_IN)


@pytest.mark.parametrize("path", [routes.SIGN_IN, routes.ABOUT])
def test_a_stranger_may_read_the_public_pages(server: Server, path: str) -> None:
    assert httpx.get(server.url + path).status_code == 200
