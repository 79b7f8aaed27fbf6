"""Answering an invitation as a browser does: the real app, real links, real cookies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from herning_pwa import routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.circles.commands import invite, revoke_invitation, show_link
from herning_pwa.circles.models import Circle, Invitation, LinkProblem, Membership
from herning_pwa.db import reading, transaction
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.fresh import installation
from tests.server import Server
from tests.sockets import tab

FATIMA, METTE = "fatima@familie.example", "mette@familie.example"
PASSWORD = "gule gummistøvler i regnen"
numbers = count(2)
LETTERS = str.maketrans("0123456789", "abcdefghij")

Yes = Callable[..., httpx.Response]


@pytest.fixture(autouse=True)
def november(server: Server) -> Iterator[None]:
    """Here the app keeps its own time, and the tests write into its database."""
    with installation(HERNING_DATABASE_URL=server.database_url):
        yield


@pytest.fixture
def browser(server: Server) -> Iterator[httpx.Client]:
    """A browser at an address of its own, so that tests do not slow each other down."""
    network = httpx.HTTPTransport(local_address=f"127.0.0.{next(numbers)}")
    with httpx.Client(
        base_url=f"http://127.0.0.1:{server.port}",
        headers={"Origin": server.url},
        transport=network,
    ) as browser:
        yield browser


@pytest.fixture
def guest() -> str:
    """The address of somebody new."""
    return f"gaest{next(numbers)}@familie.example"


def invited(email: str) -> str:
    """Invite somebody as Mette; gives the secret in the link."""
    with transaction() as db:
        circle = db.scalars(select(Circle).where(Circle.name.contains("Emil"))).one()
        invitation = invite(
            db,
            person(email=METTE),
            circle_id=circle.id,
            place="network_member:neighbour",
            name="Asta",
            email=email,
        )
        return db.get_one(Mail, invitation.mail_id).secret


def person(email: str) -> Person:
    with reading() as db:
        found = db.scalars(select(Person).where(Person.email == email)).one()
        assert found.memberships is not None  # loaded before the session closes
        return found


def invitation_of(email: str) -> Invitation:
    with reading() as db:
        return db.scalars(select(Invitation).where(Invitation.email == email)).one()


def places_of(email: str) -> int:
    with reading() as db:
        return len(
            db.scalars(select(Membership).join(Membership.person).filter_by(email=email)).all()
        )


def post(browser: httpx.Client, secret: str, **form: object) -> httpx.Response:
    whole = {"kode": secret, "fornavn": "Asta", "adgangskode": PASSWORD, "svar": "ja"}
    return browser.post(routes.API_INVITATION, data={**whole, **form})


def said(answer: httpx.Response) -> str:
    """The problem the answer sends back to the page with; nobody may be signed in by it."""
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers
    asked = urlsplit(answer.headers["location"])
    assert asked.path == routes.INVITATION
    return parse_qs(asked.query).get("fejl", [""])[0]


def test_a_yes_signs_in_and_leads_into_the_circle(
    browser: httpx.Client, server: Server, guest: str
) -> None:
    answer = post(browser, invited(guest))
    assert (answer.status_code, answer.headers["location"]) == (303, routes.HOME)
    assert "httponly" in answer.headers["set-cookie"].casefold()
    with tab(server.url, cookie=f"sid={browser.cookies['sid']}") as phone:
        assert "Kredsen om Emil og Freja" in phone.open(routes.CIRCLE)


def test_opening_the_link_ten_times_uses_nothing_up(browser: httpx.Client, guest: str) -> None:
    secret = invited(guest)
    for _n in range(10):
        browser.get(f"{routes.INVITATION}?kode={secret}", follow_redirects=True)
        browser.head(f"{routes.INVITATION}?kode={secret}", follow_redirects=True)
    assert browser.get(f"{routes.API_INVITATION}?kode={secret}&svar=ja").status_code >= 400
    assert invitation_of(guest).ending is None


def test_the_page_before_javascript_names_nobody(browser: httpx.Client, guest: str) -> None:
    page = browser.get(f"{routes.INVITATION}?kode={invited(guest)}", follow_redirects=True)
    assert page.status_code == 200
    assert "Emil" not in page.text
    assert guest not in page.text
    assert page.headers["referrer-policy"] in {"no-referrer", "same-origin"}


def test_a_no_lets_nobody_in(browser: httpx.Client, guest: str) -> None:
    answer = post(browser, invited(guest), svar="nej")
    assert answer.headers["location"] == f"{routes.INVITATION}?svar=nej-tak"
    assert "set-cookie" not in answer.headers
    assert places_of(guest) == 0


def test_two_taps_on_yes_let_in_once_and_both_lead_inside(
    browser: httpx.Client, guest: str
) -> None:
    secret = invited(guest)
    first = post(browser, secret)
    browser.cookies.clear()
    second = post(browser, secret)
    assert first.headers["location"] == second.headers["location"] == routes.HOME
    assert places_of(guest) == 1


def test_somebody_else_with_a_used_link_is_told_so(browser: httpx.Client, guest: str) -> None:
    secret = invited(guest)
    post(browser, secret)
    browser.cookies.clear()
    assert said(post(browser, secret, adgangskode="en helt anden kode")) == LinkProblem.REPLAYED


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ({"adgangskode": "kort"}, LinkProblem.TOO_EASY),
        ({"adgangskode": ""}, LinkProblem.TOO_EASY),
        ({"fornavn": "  "}, LinkProblem.NAME),
        ({"fornavn": "https://ondt.example"}, LinkProblem.NAME),
        ({"kode": "x"}, LinkProblem.UNKNOWN),
        ({"kode": ""}, LinkProblem.UNKNOWN),
    ],
)
def test_what_cannot_be_used_leads_back_with_the_reason(
    browser: httpx.Client, guest: str, form: dict[str, str], problem: LinkProblem
) -> None:
    assert said(post(browser, invited(guest), **form)) == problem
    assert places_of(guest) == 0


def test_a_revoked_link_leads_back_with_the_reason(browser: httpx.Client, guest: str) -> None:
    secret = invited(guest)
    with transaction() as db:
        revoke_invitation(db, person(METTE), invitation_id=invitation_of(guest).id)
    assert said(post(browser, secret)) == LinkProblem.REVOKED


def test_fatima_says_yes_with_the_password_she_has(browser: httpx.Client) -> None:
    secret = invited("FATIMA@Familie.example")
    assert said(post(browser, secret)) == LinkProblem.NOT_THE_SAME
    assert said(post(browser, secret, adgangskode="")) == LinkProblem.SIGN_IN_FIRST
    answer = post(browser, secret, adgangskode=DEMO_PASSWORD)
    assert answer.headers["location"] == routes.HOME
    assert "sid" in browser.cookies
    assert places_of(FATIMA) == 2


def test_mette_signed_in_cannot_use_a_guests_link(browser: httpx.Client, guest: str) -> None:
    browser.post(routes.API_SESSION, data={"email": METTE, "password": DEMO_PASSWORD})
    assert said(post(browser, invited(guest))) == LinkProblem.SOMEBODY_ELSE
    assert invitation_of(guest).ending is None


def test_guessing_is_slowed_down(browser: httpx.Client, guest: str) -> None:
    answers = [said(post(browser, f"gæt{n}")) for n in range(11)]
    assert answers[9:] == [LinkProblem.UNKNOWN, LinkProblem.TOO_MANY]
    assert said(post(browser, invited(guest))) == LinkProblem.TOO_MANY


def test_a_form_from_another_site_is_refused(browser: httpx.Client, guest: str) -> None:
    answer = browser.post(
        routes.API_INVITATION,
        data={"kode": invited(guest), "svar": "nej"},
        headers={"Origin": "https://ondt.example"},
    )
    assert answer.status_code == 403
    assert invitation_of(guest).ending is None


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kode": ["a", "b"], "svar": ["ja", "nej"]},
        {f"felt{n}": "x" for n in range(50)},
        {"kode": "\x00\u202e<script>", "svar": "ja", "fornavn": "😀" * 500},
    ],
)
def test_a_broken_form_is_no_reason_to_fall_over(
    browser: httpx.Client, body: dict[str, object]
) -> None:
    assert browser.post(routes.API_INVITATION, data=body).status_code in {303, 400}


def test_a_refused_answer_is_in_the_log_and_the_link_is_nowhere(
    browser: httpx.Client, server: Server, guest: str
) -> None:
    secret = invited(guest)
    post(browser, secret, svar="nej")
    assert said(post(browser, secret)) == LinkProblem.DECLINED
    with reading() as db:
        denied = db.scalars(
            select(Activity).where(Activity.object_id == invitation_of(guest).id)
        ).all()
    assert [row.reason for row in denied if row.outcome is Outcome.DENIED] == ["afslaaet"]
    assert secret not in server.log.read_text()


def shown_to(email: str = "") -> tuple[UUID, str]:
    """An invitation Mette shows as a code; gives its id and the secret in the code."""
    with transaction() as db:
        circle = db.scalars(select(Circle).where(Circle.name.contains("Emil"))).one()
        invitation = invite(
            db,
            person(METTE),
            circle_id=circle.id,
            place="network_member:neighbour",
            name=f"Asta {next(numbers)}".translate(LETTERS),
            email=email,
            giving="by_hand",
        )
        return invitation.id, show_link(db, person(METTE), invitation_id=invitation.id)


def test_a_code_on_somebodys_phone_leads_by_mail_into_the_circle(
    browser: httpx.Client, server: Server, guest: str
) -> None:
    invitation_id, secret = shown_to()
    answer = post(browser, secret, email=guest)
    assert answer.headers["location"] == f"{routes.INVITATION}?svar=i-din-mail"
    assert "set-cookie" not in answer.headers
    assert places_of(guest) == 0
    assert said(post(browser, secret, email=guest)) == LinkProblem.UNKNOWN
    with reading() as db:
        mail_id = db.get_one(Invitation, invitation_id).mail_id
        mailed = db.get_one(Mail, mail_id).secret
    assert post(browser, mailed).headers["location"] == routes.HOME
    assert places_of(guest) == 1
    assert secret not in server.log.read_text()


def test_an_address_with_an_account_is_answered_like_any_other(browser: httpx.Client) -> None:
    _id, secret = shown_to()
    answer = post(browser, secret, email=FATIMA)
    assert answer.headers["location"] == f"{routes.INVITATION}?svar=i-din-mail"


def test_what_is_no_address_leads_back_with_the_reason(browser: httpx.Client) -> None:
    _id, secret = shown_to()
    assert said(post(browser, secret, email="asta")) == LinkProblem.ADDRESS
    assert said(post(browser, secret)) == LinkProblem.ADDRESS


def test_capitals_and_a_full_stop_do_no_harm_here_either(browser: httpx.Client, guest: str) -> None:
    answer = post(browser, f"{invited(guest).upper()}.")
    assert answer.headers["location"] == routes.HOME
    assert places_of(guest) == 1
