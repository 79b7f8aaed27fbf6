"""What the provider says about itself is looked at before it is believed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
import time_machine
from joserfc import jwt
from joserfc.jwk import RSAKey

from herning_pwa import clock
from herning_pwa.config import UnsafeSettings, read_settings, settings
from herning_pwa.people.fake_provider import fake_provider_routes
from herning_pwa.people.oidc.provider import LOOK_AGAIN_AFTER, Provider, find_provider, forget
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.token import read_id_token
from herning_pwa.people.oidc.wire import LARGEST_ANSWER
from tests.fresh import installation
from tests.server import free_port

DISCOVERY, KEYS = "/.well-known/openid-configuration", "/noegler"
PRODUCTION = {
    "HERNING_PUBLIC_URL": "https://sammen.example",
    "HERNING_SECRET_KEY": "x" * 40,
    "HERNING_SMTP_URL": "smtp://post.example",
    "HERNING_OIDC_ISSUER": "https://id.example",
    "HERNING_OIDC_CLIENT_ID": "sammen",
    "HERNING_OIDC_CLIENT_SECRET": "hemmelig",
}


@dataclass
class Elsewhere:
    """A provider that says whatever a test puts into ``pages``; ``asked`` is what it was asked."""

    issuer: str
    pages: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def says(self, path: str, told: object, status: int = 200) -> None:
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        self.pages[path] = status, body

    def describes_itself(self, **other: object) -> None:
        places = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/log-ind",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": self.issuer + KEYS,
        }
        self.says(DISCOVERY, {**places, **other})


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    provider = Elsewhere(issuer="")

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            provider.asked.append(self.path)
            status, body = provider.pages.get(self.path, (404, b"{}"))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        provider.issuer = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        forget()
        with installation(
            HERNING_OIDC_ISSUER=provider.issuer,
            HERNING_OIDC_CLIENT_ID="sammen",
            HERNING_OIDC_CLIENT_SECRET="hemmelig",
        ):
            yield provider
        server.shutdown()
    forget()


def why_not() -> WhyNot:
    with pytest.raises(Refused) as refused:
        asyncio.run(find_provider())
    return refused.value.why


def test_a_provider_is_asked_once_and_remembered(elsewhere: Elsewhere) -> None:
    elsewhere.describes_itself()
    first = asyncio.run(find_provider())
    assert asyncio.run(find_provider()) == first
    assert elsewhere.asked == [DISCOVERY]


@pytest.mark.parametrize(
    "other",
    [
        {"issuer": "http://127.0.0.1:1/anden"},
        {"issuer": None},
        {"token_endpoint": None},
        {"token_endpoint": ["https://id.example"]},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_one_that_says_it_is_another_is_not_believed(
    elsewhere: Elsewhere, other: dict[str, object]
) -> None:
    elsewhere.describes_itself(**other)
    assert why_not() is WhyNot.DISCOVERY


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>"),
        (200, b"[]"),
        (200, b"[" * 100_000),
        (200, b'{"issuer": "' + b"x" * LARGEST_ANSWER + b'"}'),
        (503, b"{}"),
        (302, b"http://169.254.169.254/"),
    ],
)
def test_one_that_makes_no_sense_is_down(elsewhere: Elsewhere, status: int, body: bytes) -> None:
    elsewhere.says(DISCOVERY, body, status)
    assert why_not() is WhyNot.DOWN
    assert elsewhere.asked == [DISCOVERY]


def test_one_that_is_not_there_is_down() -> None:
    nowhere = f"http://localhost:{free_port()}"
    with installation(
        HERNING_OIDC_ISSUER=nowhere,
        HERNING_OIDC_CLIENT_ID="sammen",
        HERNING_OIDC_CLIENT_SECRET="hemmelig",
    ):
        assert why_not() is WhyNot.DOWN


def test_without_a_provider_there_is_none() -> None:
    with installation():
        assert settings().identity_provider is None
        assert why_not() is WhyNot.OFF
        assert fake_provider_routes() == []


def token(provider: Provider, key: RSAKey) -> str:
    now = int(clock.now().timestamp())
    claims = {
        "iss": provider.settings.issuer,
        "aud": provider.settings.client_id,
        "sub": "mette",
        "nonce": "n",
        "acr": provider.settings.levels[0],
        "iat": now,
        "exp": now + 60,
    }
    return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


def test_new_keys_are_found_but_not_looked_for_at_every_bad_token(elsewhere: Elsewhere) -> None:
    old, new = (RSAKey.generate_key(2048, auto_kid=True) for _n in range(2))
    elsewhere.describes_itself()
    elsewhere.says(KEYS, {"keys": [old.as_dict(private=False)]})
    with time_machine.travel(clock.now(), tick=False) as traveller:
        provider = asyncio.run(find_provider())
        read = asyncio.run(read_id_token(provider, token(provider, old), nonce="n"))
        assert read.subject == "mette"
        elsewhere.says(KEYS, {"keys": [new.as_dict(private=False)]})
        with pytest.raises(Refused):
            asyncio.run(read_id_token(provider, token(provider, new), nonce="n"))
        assert elsewhere.asked.count(KEYS) == 1
        traveller.shift(LOOK_AGAIN_AFTER)
        asyncio.run(read_id_token(provider, token(provider, new), nonce="n"))
        assert elsewhere.asked.count(KEYS) == 2


@pytest.mark.parametrize("raw", [None, 7, "", "x", "a.b.c", "æ.ø.å", ["x"], "e30.e30."])
def test_what_is_no_token_is_refused(elsewhere: Elsewhere, raw: object) -> None:
    elsewhere.describes_itself()
    elsewhere.says(KEYS, {"keys": [RSAKey.generate_key(2048).as_dict(private=False)]})
    provider = asyncio.run(find_provider())
    with pytest.raises(Refused):
        asyncio.run(read_id_token(provider, raw, nonce="n"))


@pytest.mark.parametrize("keys", [{}, {"keys": []}, {"keys": [{"kty": "RSA"}]}, {"keys": "x"}])
def test_keys_that_are_none_open_nothing(elsewhere: Elsewhere, keys: object) -> None:
    elsewhere.describes_itself()
    elsewhere.says(KEYS, keys)
    provider = asyncio.run(find_provider())
    with pytest.raises(Refused):
        asyncio.run(read_id_token(provider, "a.b.c", nonce="n"))


def test_production_with_a_provider_starts() -> None:
    provider = read_settings(PRODUCTION).identity_provider
    assert provider
    assert provider.name == "MitID"
    assert all("nsis" in level for level in provider.levels)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"HERNING_FAKE_OIDC": "1"}, "HERNING_FAKE_OIDC"),
        ({"HERNING_OIDC_ISSUER": "http://id.example"}, "HERNING_OIDC_ISSUER"),
        ({"HERNING_OIDC_ISSUER": "http://localhost:1"}, "HERNING_OIDC_ISSUER"),
        ({"HERNING_OIDC_CLIENT_ID": ""}, "HERNING_OIDC_CLIENT_ID"),
        ({"HERNING_OIDC_CLIENT_SECRET": ""}, "HERNING_OIDC_CLIENT_SECRET"),
        ({"HERNING_OIDC_ACR": " "}, "HERNING_OIDC_ACR"),
        ({"HERNING_OIDC_ACR": "https://id.example/Low"}, "HERNING_OIDC_ACR"),
    ],
)
def test_production_refuses_what_is_unsafe_by_name(change: dict[str, str], named: str) -> None:
    with pytest.raises(UnsafeSettings, match=named):
        read_settings(PRODUCTION | change)
