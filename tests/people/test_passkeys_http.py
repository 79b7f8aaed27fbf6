"""Passkeys, proving and signing out everywhere over HTTP, as a browser or an attacker would."""

from __future__ import annotations

import json

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.people.authenticator import Phone
from tests.server import Server

METTE, FATIMA = "mette@familie.example", "fatima@familie.example"


@pytest.fixture
def client(server: Server) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"Origin": server.url})


def signed_in(client: httpx.Client, email: str = METTE) -> httpx.Client:
    client.post(routes.API_DEMO_SESSION, data={"email": email})
    return client


def ask(client: httpx.Client, purpose: str) -> httpx.Response:
    return client.post(routes.API_PASSKEY_QUESTION, json={"purpose": purpose})


def answer(
    client: httpx.Client, purpose: str, credential: object, then: str = ""
) -> httpx.Response:
    body = {"purpose": purpose, "credential": credential, "next": then}
    return client.post(routes.API_PASSKEY, json=body)


def phone_of(client: httpx.Client, server: Server) -> Phone:
    """A new phone of whoever is signed in."""
    phone = Phone(origin=server.url)
    added = answer(client, "register", phone.create(ask(client, "register").json()))
    assert added.json() == {"to": routes.SETTINGS}
    return phone


def test_a_passkey_signs_its_owner_in_and_replaces_the_session(
    client: httpx.Client, server: Server
) -> None:
    phone = phone_of(signed_in(client), server)
    old = client.cookies["sid"]
    client.cookies.clear()
    done = answer(client, "sign_in", phone.get(ask(client, "sign_in").json()))
    assert (done.status_code, done.json()) == (200, {"to": routes.HOME})
    assert client.cookies["sid"] != old
    cookie = done.headers["set-cookie"].casefold()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert done.headers["cache-control"] == "no-store"


def test_proving_leads_back_to_own_pages_only(client: httpx.Client, server: Server) -> None:
    phone = phone_of(signed_in(client), server)
    for then, to in ((routes.GOALS, routes.GOALS), ("//evil.example", routes.SETTINGS)):
        proved = answer(client, "prove", phone.get(ask(client, "prove").json()), then)
        assert proved.json() == {"to": to}


def test_mettes_passkey_proves_nothing_for_fatima(client: httpx.Client, server: Server) -> None:
    phone = phone_of(signed_in(client), server)
    hers = signed_in(httpx.Client(base_url=server.url, headers={"Origin": server.url}), FATIMA)
    phone_of(hers, server)
    refused = answer(hers, "prove", phone.get(ask(hers, "prove").json()))
    assert (refused.status_code, refused.content) == (400, b"")


@pytest.mark.parametrize("purpose", ["register", "prove"])
def test_nobody_signed_in_has_nothing_to_add_or_prove(client: httpx.Client, purpose: str) -> None:
    assert ask(client, purpose).status_code == 401
    assert answer(client, purpose, {}).status_code == 401


def test_whoever_has_no_passkey_cannot_be_asked_for_one(client: httpx.Client) -> None:
    assert ask(signed_in(client, "jens@familie.example"), "prove").status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"7",
        b"{",
        b"[" * 9000,
        b'{"purpose": []}',
        b'{"purpose": "admin"}',
        b'{"purpose": "sign_in", "credential": {"id": "' + b"x" * 17000 + b'"}}',
    ],
)
@pytest.mark.parametrize("address", [routes.API_PASSKEY, routes.API_PASSKEY_QUESTION])
def test_junk_gets_400_and_no_more(client: httpx.Client, address: str, body: bytes) -> None:
    refused = client.post(address, content=body, headers={"Content-Type": "application/json"})
    assert (refused.status_code, refused.content) == (400, b"")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_read(client: httpx.Client, kind: str) -> None:
    body = json.dumps({"purpose": "sign_in"})
    headers = {"Content-Type": kind}
    refused = client.post(routes.API_PASSKEY_QUESTION, content=body, headers=headers)
    assert refused.status_code == 400


def test_another_site_cannot_ask(server: Server) -> None:
    refused = httpx.post(
        server.url + routes.API_PASSKEY_QUESTION,
        json={"purpose": "sign_in"},
        headers={"Origin": "https://evil.example"},
    )
    assert refused.status_code == 403


def test_the_right_password_leads_on_and_a_wrong_one_back(client: httpx.Client) -> None:
    signed_in(client)
    right = {"adgangskode": DEMO_PASSWORD, "videre": "/maal"}
    assert client.post(routes.API_SESSION_PROVE, data=right).headers["location"] == "/maal"
    wrong = client.post(routes.API_SESSION_PROVE, data=right | {"adgangskode": "forkert"})
    assert wrong.headers["location"] == f"{routes.PROVE}?videre=%2Fmaal&fejl=adgangskode"
    code = client.post(routes.API_SESSION_PROVE, data={"kode": "123 456", "videre": "//evil"})
    assert code.headers["location"] == f"{routes.PROVE}?videre=%2Findstillinger&fejl=kode"


def test_a_stranger_proves_nothing_and_ends_nothing(client: httpx.Client) -> None:
    for address in (routes.API_SESSION_PROVE, routes.API_SESSION_END_EVERYWHERE):
        answered = client.post(address, data={"adgangskode": DEMO_PASSWORD})
        assert answered.headers["location"] == routes.SIGN_IN


def test_signing_out_everywhere_is_everywhere(client: httpx.Client, server: Server) -> None:
    other = httpx.Client(base_url=server.url, headers={"Origin": server.url})
    signed_in(client), signed_in(other)
    gone = client.post(routes.API_SESSION_END_EVERYWHERE)
    assert gone.headers["location"] == routes.SIGN_IN
    assert ask(other, "register").status_code == 401


def test_the_eleventh_guess_in_five_minutes_waits(client: httpx.Client) -> None:
    """The last of this module: from here on this address must wait."""
    answers = [answer(client, "sign_in", {"id": str(n)}) for n in range(11)]
    assert {each.status_code for each in answers[:-1]} <= {400, 429}
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
