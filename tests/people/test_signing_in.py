"""Signing in over HTTP as people who are not the demo's: two steps on a new browser."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select

from herning_pwa import routes
from herning_pwa.db import reading
from herning_pwa.people.models import Method, Person, SignInSession, Staff
from tests.fresh import installation
from tests.people.browsers import Browser, new_number
from tests.people.newcomers import PASSWORD, move_in, newest_code
from tests.server import Server


@pytest.fixture(autouse=True)
def november(server: Server) -> Iterator[None]:
    with installation(HERNING_DATABASE_URL=server.database_url):
        yield


@pytest.fixture
def browser(server: Server) -> Iterator[Browser]:
    with Browser(server) as browser:
        yield browser


@pytest.fixture
def asta() -> str:
    """The address of a neighbour who has moved in."""
    email = f"asta{new_number()}@nabo.test"
    move_in(email)
    return email


@pytest.fixture
def bo() -> str:
    """The address of a professional without any second factor yet."""
    email = f"bo{new_number()}@kommunen.test"
    move_in(email, "Bo", staff=Staff.PROFESSIONAL)
    return email


def where(answer: httpx.Response) -> str:
    assert answer.status_code == 303
    return urlsplit(answer.headers["location"]).path


def reason(answer: httpx.Response) -> str:
    assert answer.status_code == 303
    return parse_qs(urlsplit(answer.headers["location"]).query).get("fejl", [""])[0]


def sessions_of(email: str) -> list[tuple[Method, str]]:
    with reading() as db:
        rows = select(SignInSession).join(Person).where(Person.email == email)
        return [(row.method, row.browser) for row in db.scalars(rows)]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def test_a_new_browser_is_asked_for_a_code_and_then_known(browser: Browser, asta: str) -> None:
    assert where(browser.gives_password(asta)) == routes.SIGN_IN_CODE
    assert "sid" not in browser.cookies
    answer = browser.gives_code(newest_code(asta))
    assert where(answer) == routes.HOME
    assert "sid" in browser.cookies
    browser.post(routes.API_SESSION_END)
    assert where(browser.gives_password(asta)) == routes.HOME
    assert sessions_of(asta) == [
        (Method.PASSWORD_AND_MAIL, "Chrome, Android"),
        (Method.PASSWORD, "Chrome, Android"),
    ]


def test_every_cookie_is_out_of_reach_for_scripts_and_other_sites(
    browser: Browser, asta: str
) -> None:
    answers = [browser.gives_password(asta), browser.gives_code(newest_code(asta))]
    cookies = [c for answer in answers for c in answer.headers.get_list("set-cookie")]
    assert {c.partition("=")[0] for c in cookies} == {"sid", "device", "second-step"}
    for cookie in map(str.casefold, cookies):
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert "domain=" not in cookie


def test_a_browser_known_as_astas_asks_somebody_else_for_a_code(
    browser: Browser, server: Server, asta: str
) -> None:
    browser.gives_password(asta)
    browser.gives_code(newest_code(asta))
    move_in(other := f"maja{new_number()}@nabo.test", "Maja")
    assert where(browser.gives_password(other)) == routes.SIGN_IN_CODE
    with Browser(server) as elsewhere:
        assert where(elsewhere.gives_password(asta)) == routes.SIGN_IN_CODE


def test_a_wrong_code_leads_back_and_five_lead_to_the_beginning(
    browser: Browser, asta: str
) -> None:
    browser.gives_password(asta)
    code = newest_code(asta)
    answers = [browser.gives_code(wrong(code)) for _n in range(5)]
    assert [reason(answer) for answer in answers] == ["kode"] * 4 + ["kodegammel"]
    assert where(browser.gives_code(code)) == routes.SIGN_IN
    assert sessions_of(asta) == []


def test_without_a_right_password_there_is_nothing_to_try(browser: Browser, asta: str) -> None:
    assert reason(browser.gives_code("123456")) == "kodegammel"
    browser.gives_password(asta, "forkert adgangskode")
    assert reason(browser.gives_code("123456")) == "kodegammel"


def test_two_right_codes_at_once_are_one_session(
    browser: Browser, server: Server, asta: str
) -> None:
    browser.gives_password(asta)
    code, cookie = newest_code(asta), browser.cookies["second-step"]

    def give(_n: int) -> str:
        with Browser(server) as twin:
            twin.cookies.set("second-step", cookie)
            return where(twin.gives_code(code))

    with ThreadPoolExecutor(6) as crowd:
        places = list(crowd.map(give, range(6)))
    assert places.count(routes.HOME) == 1
    assert len(sessions_of(asta)) == 1


def test_a_replayed_code_opens_nothing(browser: Browser, asta: str) -> None:
    browser.gives_password(asta)
    code, cookie = newest_code(asta), browser.cookies["second-step"]
    browser.gives_code(code)
    browser.cookies.clear()
    browser.cookies.set("second-step", cookie)
    assert reason(browser.gives_code(code)) == "kodegammel"


def test_the_code_can_be_sent_again_and_the_older_one_is_over(browser: Browser, asta: str) -> None:
    browser.gives_password(asta)
    first = newest_code(asta)
    again = browser.post(routes.API_SESSION_CODE, data={"goer": "igen"})
    assert (where(again), reason(again)) == (routes.SIGN_IN_CODE, "")
    newest = newest_code(asta)
    assert reason(browser.gives_code(first)) == ("kode" if first != newest else "")
    assert where(browser.gives_code(newest)) == routes.HOME


def test_mails_with_codes_have_an_end(browser: Browser, asta: str) -> None:
    """Somebody who knows the password cannot fill the mailbox."""
    answers = [browser.gives_password(asta) for _n in range(9)]
    assert [reason(answer) for answer in answers] == [""] * 8 + ["koder"]


def test_starting_again_ends_the_code(browser: Browser, asta: str) -> None:
    browser.gives_password(asta)
    cookie = browser.cookies["second-step"]
    over = browser.post(routes.API_SESSION_CODE, data={"goer": "forfra"})
    assert where(over) == routes.SIGN_IN
    browser.cookies.set("second-step", cookie)
    assert reason(browser.gives_code(newest_code(asta))) == "kodegammel"


def test_code_tries_count_from_an_address_too(browser: Browser, asta: str) -> None:
    answers: list[int] = []
    for _n in range(2):
        browser.gives_password(asta)
        code = newest_code(asta)
        answers += [browser.gives_code(wrong(code)).status_code for _n in range(5)]
    assert answers == [303] * 8 + [429] * 2, "ten tries, two of them with the password"


def test_where_it_leads_cannot_be_chosen_from_outside(browser: Browser, asta: str) -> None:
    there = {"to": "//ondt.example", "then": "//ondt.example", "next": "https://ondt.example"}
    browser.post(routes.API_SESSION, data={"email": asta, "password": PASSWORD, **there})
    answer = browser.post(
        routes.API_SESSION_CODE, data={"kode": newest_code(asta), **there}, params=there
    )
    assert answer.headers["location"] == routes.HOME


def test_a_professional_without_a_factor_is_led_to_the_settings(browser: Browser, bo: str) -> None:
    assert where(browser.gives_password(bo)) == routes.SIGN_IN_CODE
    answer = browser.gives_code(newest_code(bo))
    assert where(answer) == routes.SETTINGS
    assert "device" not in browser.cookies
    browser.post(routes.API_SESSION_END)
    assert where(browser.gives_password(bo)) == routes.SIGN_IN_CODE, "and is not remembered"


def test_the_demos_people_need_no_second_step(browser: Browser) -> None:
    answer = browser.gives_password("sanne@kommune.example", "rolig sommer ved fjorden")
    assert where(answer) == routes.DESK
    assert sessions_of("sanne@kommune.example")[-1][0] is Method.DEMO


def test_somebody_real_has_no_demo_button(browser: Browser, asta: str) -> None:
    answer = browser.post(routes.API_DEMO_SESSION, data={"email": asta})
    assert reason(answer) == "forkert"
    assert sessions_of(asta) == []


def test_unknown_and_known_people_get_the_very_same_refusal(browser: Browser, asta: str) -> None:
    known = browser.gives_password(asta, "forkert adgangskode")
    unknown = browser.gives_password("ingen@nabo.test", "forkert adgangskode")
    for answer in (known, unknown):
        answer.headers.pop("date", None)
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert known.headers == unknown.headers


@pytest.mark.parametrize("body", [{}, {"kode": ["1", "2"]}, {"goer": "x" * 5000}, {"kode": "\0"}])
def test_a_broken_form_is_no_reason_to_fall_over(
    browser: Browser, asta: str, body: dict[str, object]
) -> None:
    browser.gives_password(asta)
    assert where(browser.post(routes.API_SESSION_CODE, data=body)) == routes.SIGN_IN_CODE


def test_no_secret_of_a_sign_in_is_in_the_log(browser: Browser, server: Server, asta: str) -> None:
    browser.gives_password(asta)
    code = newest_code(asta)
    browser.gives_code(code)
    said = server.log.read_text()
    assert not [word for word in (asta, code, PASSWORD, *browser.cookies.values()) if word in said]
