"""An invitation to somebody who has an account: their own second step stands before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from herning_pwa import routes
from herning_pwa.circles.commands import invite
from herning_pwa.circles.models import Circle, Membership
from herning_pwa.db import reading, transaction
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Device, Method, Person, SignInSession
from herning_pwa.people.passwords import hash_password
from tests.fresh import installation
from tests.people.browsers import Browser, new_number
from tests.people.newcomers import PASSWORD, newest_code
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
    """The address of somebody with an account, who is in no circle yet."""
    email = f"asta{new_number()}@nabo.test"
    with transaction() as db:
        db.add(Person(first_name="Asta", email=email, password_hash=hash_password(PASSWORD)))
    return email


def invited(email: str) -> str:
    """Invite somebody as Mette; gives the secret in the link."""
    with transaction() as db:
        circle = db.scalars(select(Circle).where(Circle.name.contains("Emil"))).one()
        mette = db.scalars(select(Person).where(Person.first_name == "Mette")).one()
        invitation = invite(
            db,
            mette,
            circle_id=circle.id,
            place="network_member:neighbour",
            name="Asta",
            email=email,
        )
        return db.get_one(Mail, invitation.mail_id).secret


def says_yes(browser: Browser, secret: str, password: str = PASSWORD) -> str:
    form = {"kode": secret, "fornavn": "Asta", "adgangskode": password, "svar": "ja"}
    answer = browser.post(routes.API_INVITATION, data=form)
    assert answer.status_code == 303
    return answer.headers["location"]


def is_in(email: str) -> bool:
    with reading() as db:
        return bool(
            db.scalars(select(Membership).join(Membership.person).filter_by(email=email)).all()
        )


def methods(email: str) -> list[Method]:
    with reading() as db:
        rows = select(SignInSession.method).join(Person).where(Person.email == email)
        return list(db.scalars(rows))


def test_her_password_on_a_new_browser_asks_for_the_code_and_comes_back(
    browser: Browser, asta: str
) -> None:
    secret = invited(asta)
    assert says_yes(browser, secret) == routes.SIGN_IN_CODE
    assert not is_in(asta)
    assert "sid" not in browser.cookies
    back = browser.gives_code(newest_code(asta)).headers["location"]
    assert back == f"{routes.INVITATION}?kode={secret}"
    assert says_yes(browser, secret) == routes.HOME
    assert is_in(asta)
    assert methods(asta) == [Method.PASSWORD_AND_MAIL]


def test_where_she_is_known_her_password_is_enough(browser: Browser, asta: str) -> None:
    browser.signs_in(asta)
    browser.post(routes.API_SESSION_END)
    assert says_yes(browser, invited(asta)) == routes.HOME
    assert is_in(asta)
    assert methods(asta)[-1] is Method.PASSWORD


def test_a_wrong_password_asks_for_no_code(browser: Browser, asta: str) -> None:
    there = says_yes(browser, invited(asta), "forkert adgangskode")
    assert there.startswith(routes.INVITATION)
    assert "second-step" not in browser.cookies
    assert not is_in(asta)


def test_somebody_new_with_a_mailed_link_is_in_and_known(browser: Browser) -> None:
    email = f"ny{new_number()}@nabo.test"
    assert says_yes(browser, invited(email)) == routes.HOME
    assert methods(email) == [Method.PASSWORD_AND_MAIL]
    assert "device" in browser.cookies
    browser.post(routes.API_SESSION_END)
    assert browser.gives_password(email).headers["location"] == routes.HOME
    with reading() as db:
        assert db.scalars(select(Device).join(Person).where(Person.email == email)).one().browser
