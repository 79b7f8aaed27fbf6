"""What every answer carries, and that pages answer at their own address."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.web.addresses import read_pages
from tests.server import running_server

INLINE = re.compile(r"<(script|style)(?![^>]*\ssrc=)[^>]*>(.*?)</\1>", re.DOTALL)
HASHED_FILE = re.compile(r'"(/assets/[^"]+\.js)"')
UNKNOWN = "/findes-ikke"
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
PRODUCTION = {
    "HERNING_PUBLIC_URL": "https://sammen.example",
    "HERNING_SECRET_KEY": "only for this test, and long enough for it",
    "HERNING_SMTP_URL": "smtp://mail.example",
    "HERNING_DEMO": "0",
}


def addresses() -> list[str]:
    """Every page's address, with something in the place of its parameters."""
    return [re.sub(r"\[\w+\]", "0", page.route) for page in read_pages()]


def policy_of(answer: httpx.Response) -> dict[str, list[str]]:
    rules = answer.headers["content-security-policy"].split("; ")
    return {rule.split()[0]: rule.split()[1:] for rule in rules}


def test_every_page_answers_where_it_is_asked_for(web: httpx.Client) -> None:
    for address in addresses():
        assert web.get(address).status_code == 200, address


def test_an_unknown_address_is_a_404_page(web: httpx.Client) -> None:
    answer = web.get(UNKNOWN)
    assert answer.status_code == 404
    assert "<h1" in answer.text


def test_every_page_allows_exactly_its_own_inline_parts(web: httpx.Client) -> None:
    for address in [*addresses(), UNKNOWN]:
        answer = web.get(address)
        policy = policy_of(answer)
        for kind, text in INLINE.findall(answer.text):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy[f"{kind}-src"], address
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_no_other_site_may_frame_us_or_receive_our_forms(web: httpx.Client) -> None:
    policy = policy_of(web.get(routes.SIGN_IN))
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["form-action"] == policy["default-src"] == ["'self'"]
    assert policy["base-uri"] == policy["object-src"] == ["'none'"]


@pytest.mark.parametrize("address", [routes.SIGN_IN, UNKNOWN, routes.HEALTH, routes.API_SESSION])
def test_every_answer_is_guarded(web: httpx.Client, address: str) -> None:
    answer = web.get(address)
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert "content-security-policy" in answer.headers


def test_hashed_files_are_kept_and_the_rest_is_asked_for(web: httpx.Client) -> None:
    page = web.get(routes.SIGN_IN)
    hashed = HASHED_FILE.findall(page.text)[0]
    assert web.get(hashed).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert web.get("/assets/findes-ikke.js").headers["cache-control"] == "no-cache"
    assert page.headers["cache-control"] == "no-cache"


def test_personal_answers_are_not_kept(web: httpx.Client) -> None:
    assert web.get(routes.API_SESSION).headers["cache-control"] == "no-store"
    assert web.get("/api/findes-ikke").headers["cache-control"] == "no-store"


def test_a_page_that_has_not_changed_is_not_sent_again(web: httpx.Client) -> None:
    tag = web.get(routes.SIGN_IN).headers["etag"]
    assert web.get(routes.SIGN_IN, headers={"if-none-match": tag}).status_code == 304


def test_behind_tls_browsers_are_told_to_stay_there(tmp_path: Path) -> None:
    with running_server(tmp_path, **PRODUCTION) as server:
        answer = httpx.get(server.url + routes.SIGN_IN)
    assert "max-age" in answer.headers["strict-transport-security"]
    assert policy_of(answer)["connect-src"] == ["'self'", "wss://sammen.example"]


def test_on_localhost_browsers_are_told_nothing_about_tls(web: httpx.Client) -> None:
    assert "strict-transport-security" not in web.get(routes.SIGN_IN).headers
