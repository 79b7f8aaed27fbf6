"""Guessing at passwords over HTTP. A server of its own: its counters end up full."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.server import Server


def guess(
    server: Server,
    email: str,
    password: str = "forkert adgangskode",
    *,
    caller: str = "127.0.0.1",
    **headers: str,
) -> httpx.Response:
    """One try, from an address of the loopback range."""
    with httpx.Client(transport=httpx.HTTPTransport(local_address=caller)) as client:
        return client.post(
            server.url.replace("localhost", "127.0.0.1") + routes.API_SESSION,
            data={"email": email, "password": password},
            headers={"Origin": server.url, **headers},
        )


def test_the_eleventh_wrong_try_waits_whatever_the_caller_pretends(server: Server) -> None:
    """Ten tries from ten pretended addresses are ten tries from one."""
    for n in range(10):
        forged = {"X-Forwarded-For": f"198.51.100.{n}", "Forwarded": f"for=198.51.100.{n}"}
        assert guess(server, "fatima@familie.example", **forged).status_code == 303
    stopped = guess(server, "fatima@familie.example", **{"X-Forwarded-For": "198.51.100.99"})
    assert stopped.status_code == 429
    assert 0 < int(stopped.headers["retry-after"]) <= 300
    assert "fem minutter" in stopped.text
    owner = guess(server, "fatima@familie.example", DEMO_PASSWORD, caller="127.0.0.9")
    assert "sid" in owner.cookies, "the owner elsewhere still gets in"


def test_many_guesses_at_once_are_as_many_as_one_after_another(server: Server) -> None:
    with ThreadPoolExecutor(30) as crowd:
        answers = list(
            crowd.map(
                lambda _n: guess(server, "frede@kommune.example", caller="127.0.0.2"), range(30)
            )
        )
    looked_at = [answer for answer in answers if answer.status_code == 303]
    assert 1 <= len(looked_at) <= 10


def test_blanks_around_the_address_are_no_other_account(server: Server) -> None:
    padded = "mette@familie.example" + "\u2003 " * 120 + "x"
    answer = guess(server, padded, caller="127.0.0.3")
    assert "set-cookie" not in answer.headers
    assert answer.status_code == 303
