"""What our cookies look like in production, and what a browser is called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from starlette.responses import Response

from herning_pwa.people.browsers import browser_name
from herning_pwa.people.cookies import (
    DEVICE,
    SECOND_STEP,
    cookie_called,
    device_hash_of,
    identity_trip_secret_of,
    second_step_hash_of,
    session_hash_of,
    upload_cookie,
    upload_hashes_of,
)
from herning_pwa.people.http.answers import with_cookie, without_cookie
from herning_pwa.people.passwords import hash_secret
from tests.fresh import installation

ANDROID = (
    "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"
)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"


@pytest.fixture
def production() -> Iterator[None]:
    with installation(
        HERNING_DEMO="0",
        HERNING_PUBLIC_URL="https://sammen.example",
        HERNING_SECRET_KEY="en hemmelig nøgle, som kun denne prøve bruger",
        HERNING_SMTP_URL="smtp://localhost",
    ):
        yield


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize("name", [DEVICE, SECOND_STEP])
def test_in_production_a_cookie_is_bound_to_our_host_and_to_tls(name: str) -> None:
    called = cookie_called(name)
    for answer in (
        with_cookie(Response(), called, "hemmelig", life=timedelta(days=1)),
        without_cookie(Response(), called),
    ):
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith(f"__Host-{name}=")
        assert {"httponly", "secure", "path=/", "samesite=lax"} <= set(
            cookie.casefold().split("; ")
        )
        assert "domain" not in cookie.casefold()


@pytest.mark.usefixtures("production")
def test_the_cookie_that_may_only_send_goes_to_one_address() -> None:
    mette = uuid4()
    called = upload_cookie(mette)
    answer = with_cookie(Response(), called, "a", life=timedelta(days=30), path="/api/outbox")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"__Secure-upload-{mette.hex}=a;")
    assert {"httponly", "secure", "path=/api/outbox"} <= set(cookie.casefold().split("; "))
    header = f"upload-1=x; {called}=a; __Secure-upload-2=b"
    assert upload_hashes_of(header) == [hash_secret("a"), hash_secret("b")]
    assert len(upload_hashes_of("; ".join(f"__Secure-upload-{n}=x" for n in range(90)))) == 20


def test_each_secret_is_read_from_its_own_cookie() -> None:
    header = "device=a; second-step=b; sid=c"
    assert device_hash_of(header) == hash_secret("a")
    assert second_step_hash_of(header) == hash_secret("b")
    assert device_hash_of("second-step=b") == second_step_hash_of("\x00;=") == ""
    assert identity_trip_secret_of(f"{header}; identity-trip=d") == "d"


@pytest.mark.parametrize(
    "theirs", ["a=x sid=evil", "a=x\tsid=evil", 'a="x; b=sid=evil', "\xa0sid=evil"]
)
def test_a_neighbouring_site_writes_no_cookie_of_ours_inside_its_own(theirs: str) -> None:
    """Every site under the municipality's domain may set cookies that are sent to us as well."""
    assert session_hash_of(theirs) == identity_trip_secret_of(theirs.replace("sid", "trip")) == ""
    assert session_hash_of(f"sid=ours; {theirs}") == hash_secret("ours")


@pytest.mark.parametrize("theirs", ['a="', '{"a":1}=2', "æ=1", "a b c", "=", ""])
def test_no_cookie_of_a_neighbouring_site_hides_ours(theirs: str) -> None:
    assert session_hash_of(f'{theirs}; sid=ours; z="') == hash_secret("ours")


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (ANDROID, "Chrome, Android"),
        (IPHONE, "Safari, iPhone"),
        (EDGE, "Edge, Windows"),
        ("", "Ukendt browser"),
        ("<script>" * 1000, "Ukendt browser"),
    ],
)
def test_a_browser_has_a_name_its_owner_knows(user_agent: str, name: str) -> None:
    assert browser_name(user_agent) == name
