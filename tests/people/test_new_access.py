"""The two links as a browser, a mail scanner and a stranger meet them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import select, update

from herning_pwa import clock, routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.db import reading, transaction
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.commands.recovery import start_recovery_as_operator
from herning_pwa.people.models import COOLING_PERIOD, Recovery, RecoveryEnding
from herning_pwa.people.passwords import hash_secret
from tests.fresh import installation
from tests.server import Server
from tests.sockets import ROOT_STATE, tab
from tests.walls.test_gate import cookie_of

METTE = "mette@familie.example"
PASSWORD = "gule gummistøvler i regnen"
numbers = count(2)


@pytest.fixture(autouse=True)
def here(server: Server) -> Iterator[None]:
    """The tests write into the app's own database."""
    with installation(HERNING_DATABASE_URL=server.database_url):
        yield


@pytest.fixture
def browser(server: Server) -> Iterator[httpx.Client]:
    """A browser at an address of its own, so that tests do not slow each other down."""
    network = httpx.HTTPTransport(local_address=f"127.0.0.{next(numbers)}")
    base = f"http://127.0.0.1:{server.port}"
    with httpx.Client(base_url=base, headers={"Origin": base}, transport=network) as browser:
        yield browser


@pytest.fixture
def links() -> Iterator[tuple[str, str]]:
    """The secret that lets Mette choose a password, and the one that stops it."""
    with transaction() as db:
        mette = find_by_email(db, METTE)
        assert mette
        recovery = start_recovery_as_operator(db, mette)
        db.flush()
        mails = db.scalars(select(Mail).where(Mail.to_address == METTE, Mail.sent_at.is_(None)))
        secrets = {hash_secret(mail.secret): mail.secret for mail in mails if mail.secret}
        found = secrets[recovery.link_hash], secrets[recovery.stop_hash]
    yield found
    with transaction() as db:
        db.execute(update(Recovery).values(started_at=clock.now() - 30 * COOLING_PERIOD))
        for left in db.scalars(select(Recovery).where(Recovery.ending.is_(None))):
            left.end(RecoveryEnding.REPLACED)


def a_day_passes() -> None:
    with transaction() as db:
        db.execute(update(Recovery).values(opens_at=clock.now()))


def newest() -> Recovery:
    with reading() as db:
        return db.scalars(select(Recovery).order_by(Recovery.id.desc()).limit(1)).one()


def post(browser: httpx.Client, secret: str, **form: str) -> dict[str, list[str]]:
    """What the answer says in its address."""
    answer = browser.post(
        routes.API_NEW_ACCESS, data={"kode": secret, "adgangskode": PASSWORD, **form}
    )
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers
    asked = urlsplit(answer.headers["location"])
    assert asked.path == routes.NEW_ACCESS
    return parse_qs(asked.query)


def test_mette_chooses_a_password_and_every_open_page_closes(
    browser: httpx.Client, server: Server, links: tuple[str, str]
) -> None:
    a_day_passes()
    browser.post(routes.API_SESSION, data={"email": METTE, "password": DEMO_PASSWORD})
    with tab(server.url, cookie=f"sid={browser.cookies['sid']}") as phone:
        phone.open()
        assert post(browser, links[0]) == {"svar": ["gemt"]}
        assert phone.is_cut()
    assert browser.get(routes.API_OIDC).status_code == 303
    browser.cookies.clear()
    browser.post(routes.API_SESSION, data={"email": METTE, "password": DEMO_PASSWORD})
    assert "sid" not in browser.cookies
    browser.post(routes.API_SESSION, data={"email": METTE, "password": PASSWORD})
    assert "sid" in browser.cookies


def test_a_second_post_changes_nothing(browser: httpx.Client, links: tuple[str, str]) -> None:
    a_day_passes()
    assert post(browser, links[0]) == {"svar": ["gemt"]}
    assert post(browser, links[0], adgangskode="en helt anden kode") == {"kode": [links[0]]}
    browser.post(routes.API_SESSION, data={"email": METTE, "password": PASSWORD})
    assert "sid" in browser.cookies


def test_a_mail_scanner_uses_nothing_up(browser: httpx.Client, links: tuple[str, str]) -> None:
    a_day_passes()
    for query in (f"kode={links[0]}", f"stop={links[1]}"):
        for _n in range(5):
            browser.get(f"{routes.NEW_ACCESS}?{query}", follow_redirects=True)
            browser.head(f"{routes.NEW_ACCESS}?{query}", follow_redirects=True)
        assert browser.get(f"{routes.API_NEW_ACCESS}?{query}&svar=stop").status_code >= 400
    assert newest().is_under_way


def test_mette_stops_it(browser: httpx.Client, links: tuple[str, str]) -> None:
    assert post(browser, links[1], svar="stop") == {"svar": ["stoppet"]}
    assert post(browser, links[1], svar="stop") == {"svar": ["stoppet"]}
    a_day_passes()
    assert post(browser, links[0]) == {"kode": [links[0]]}
    assert newest().ending is RecoveryEnding.STOPPED


def test_too_early_leads_back(browser: httpx.Client, links: tuple[str, str]) -> None:
    assert post(browser, links[0]) == {"kode": [links[0]]}
    assert newest().is_under_way


def test_a_weak_password_leads_back_with_the_reason(
    browser: httpx.Client, links: tuple[str, str]
) -> None:
    a_day_passes()
    said = post(browser, links[0], adgangskode="kort")
    assert said == {"kode": [links[0]], "fejl": ["adgangskode"]}
    assert newest().is_under_way


def test_guessing_is_slowed_down(browser: httpx.Client) -> None:
    answers = [post(browser, f"gæt{n}") for n in range(11)]
    assert [answer.get("fejl") for answer in answers[9:]] == [None, ["vent"]]


def test_a_form_from_another_site_is_refused(browser: httpx.Client, links: tuple[str, str]) -> None:
    form = {"kode": links[1], "svar": "stop"}
    evil = {"Origin": "https://ondt.example"}
    assert browser.post(routes.API_NEW_ACCESS, data=form, headers=evil).status_code == 403
    assert newest().is_under_way


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kode": ["a", "b"], "svar": ["stop", "x"]},
        {f"felt{n}": "x" for n in range(50)},
        {"kode": "\x00\u202e<script>", "adgangskode": "😀" * 500},
    ],
)
def test_a_broken_form_is_no_reason_to_fall_over(
    browser: httpx.Client, body: dict[str, object]
) -> None:
    assert browser.post(routes.API_NEW_ACCESS, data=body).status_code in {303, 400}


def test_a_refused_answer_is_in_the_log_and_the_link_is_nowhere(
    browser: httpx.Client, server: Server, links: tuple[str, str]
) -> None:
    post(browser, links[0])
    with reading() as db:
        rows = select(Activity).where(Activity.object_id == newest().id)
        denied = [row.reason for row in db.scalars(rows) if row.outcome is Outcome.DENIED]
    assert denied == ["cooling"]
    assert links[0] not in server.log.read_text()


def test_over_the_socket_only_the_responsible_professional_starts_it(server: Server) -> None:
    section = f"{ROOT_STATE}.herning_pwa___people___state___recovery____recovery_section"
    with reading() as db:
        inger = find_by_email(db, "inger@familie.example")
        assert inger
        place = str(inger.active_memberships[0].id)
    for who in ("frede@kommune.example", "peter@kommune.example", "anders@familie.example", ""):
        with tab(server.url, cookie=cookie_of(server, who) if who else "") as intruder:
            intruder.open(routes.CIRCLE)
            for form in (
                {"membership_id": place, "checked_by": "met"},
                {"membership_id": [place], "checked_by": ["met"]},
                ["x"],
                None,
            ):
                intruder.send(f"{section}.start", {"form": form})
                intruder.send(f"{section}.withdraw", {"recovery_id": form})
            assert "Traceback" not in intruder.settle()
    with reading() as db:
        started = select(Recovery).where(Recovery.started_by_id.is_not(None))
        assert db.scalars(started).all() == []
    with tab(server.url, cookie=cookie_of(server, "sanne@kommune.example")) as sanne:
        sanne.open(routes.CIRCLE)
        sanne.send(f"{section}.start", {"form": {"membership_id": place, "checked_by": "met"}})
        sanne.hear("sat i gang")
