"""Staff who have shown one factor only: nothing but their own settings, by any way in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from uuid import uuid4

import pytest
from reflex.state import BaseState
from reflex.utils.format import format_event_handler
from reflex_base.registry import RegistrationContext
from sqlalchemy import select
from starlette.routing import Route

from herning_pwa import herning_pwa as assembled
from herning_pwa import routes
from herning_pwa.activity.models import Activity
from herning_pwa.circles.state import CirclePage
from herning_pwa.db import reading, transaction
from herning_pwa.desk.state import DeskPage
from herning_pwa.gate import is_public
from herning_pwa.goals.state import GoalsPage
from herning_pwa.people.models import KeptForm, Method, SignInSession, Staff
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.second_factor import is_open_without_second_factor
from herning_pwa.people.sessions import prove_session
from herning_pwa.people.state import AuthState
from herning_pwa.people.state.settings import OwnPassword, SettingsPage
from tests.fresh import installation
from tests.people.browsers import Browser, new_number
from tests.people.newcomers import move_in
from tests.server import Server
from tests.sockets import tab

SECRETS = ("Emil", "Freja", "Mette")
HANDLERS: list[tuple[type[BaseState], str]] = [
    (GoalsPage, "load"),
    (CirclePage, "load"),
    (DeskPage, "load"),
    (AuthState, "keep"),
    (AuthState, "choose_circle"),
]


@pytest.fixture(autouse=True)
def november(server: Server) -> Iterator[None]:
    with installation(HERNING_DATABASE_URL=server.database_url):
        yield


@pytest.fixture
def bo(server: Server) -> Iterator[Browser]:
    """Bo works in Emil's circle, has no second factor, and has just shown a mailed code."""
    email = f"bo{new_number()}@kommunen.test"
    move_in(email, "Bo", staff=Staff.PROFESSIONAL)
    with Browser(server) as browser:
        assert browser.signs_in(email).headers["location"] == routes.SETTINGS
        yield browser


def cookie(browser: Browser) -> str:
    return f"sid={browser.cookies['sid']}"


def denials() -> set[str]:
    with reading() as db:
        rows = select(Activity.action).where(Activity.reason == "second_factor")
        return set(db.scalars(rows))


def test_a_raw_socket_gets_the_way_to_the_settings_and_nothing_else(
    server: Server, bo: Browser
) -> None:
    with tab(server.url, cookie=cookie(bo)) as phone:
        phone.open(routes.GOALS)
        for state, handler in HANDLERS:
            phone.send(format_event_handler(state.event_handlers[handler]), path=routes.GOALS)
            phone.hear(routes.SETTINGS)
        assert not [secret for secret in SECRETS if secret in phone.heard()]
    assert {action.rpartition(".")[2] for action in denials()} == {h for _s, h in HANDLERS}


def test_opening_a_page_leads_to_the_settings(server: Server, bo: Browser) -> None:
    with tab(server.url, cookie=cookie(bo)) as phone:
        heard = phone.open(routes.GOALS)
    assert not [secret for secret in SECRETS if secret in heard]


def test_the_settings_tell_of_no_family_and_give_no_words_back(server: Server, bo: Browser) -> None:
    """What Bo wrote yesterday is about a child, and a circle is named after one."""
    with transaction() as db:
        session = db.scalars(
            select(SignInSession).where(SignInSession.secret_hash == hash_secret(bo.cookies["sid"]))
        ).one()
        words = "Freja sover dårligt"
        db.add(KeptForm(person_id=session.person_id, form="goal", field="title", text=words))
    with tab(server.url, cookie=cookie(bo)) as phone:
        heard = phone.open(routes.SETTINGS)
        phone.send(format_event_handler(SettingsPage.event_handlers["load"]), path=routes.SETTINGS)
        heard += phone.settle()
    assert "@kommunen.test" in heard
    assert not [secret for secret in SECRETS if secret in heard]


def test_to_every_address_that_is_read_bo_is_nobody(server: Server, bo: Browser) -> None:
    with Browser(server) as stranger:
        for path in readable():
            own, strangers = bo.get(path), stranger.get(path)
            assert (own.status_code, own.headers.get("location")) == (
                strangers.status_code,
                strangers.headers.get("location"),
            ), path


def readable() -> list[str]:
    """Every address of ours that answers GET, with something in its holes."""
    holes = defaultdict(lambda: str(uuid4()), format="json")
    return [
        route.path.format_map(holes)
        for route in assembled.http_routes().routes
        if isinstance(route, Route) and "GET" in (route.methods or ())
    ]


def test_an_invitation_sees_a_stranger_in_bo(bo: Browser) -> None:
    answer = bo.post(routes.API_INVITATION, data={"kode": "x", "svar": "ja"})
    assert routes.INVITATION in answer.headers["location"]


def test_a_second_factor_opens_the_same_session(server: Server, bo: Browser) -> None:
    with transaction() as db:
        prove_session(db, hash_secret(bo.cookies["sid"]), Method.PASSKEY)
    with tab(server.url, cookie=cookie(bo)) as phone:
        phone.load(routes.GOALS)
        phone.send(format_event_handler(GoalsPage.event_handlers["load"]), path=routes.GOALS)
        phone.hear("Emil")


def test_only_the_settings_are_open_without_a_second_factor() -> None:
    """A new name here is a new way around the second factor: think twice."""
    opened = {
        row.states[0].__name__
        for row in RegistrationContext.get().event_handlers.values()
        if is_open_without_second_factor(row.handler.fn) and not is_public(row.handler)
    }
    settings = {"SettingsPage", "OwnAuthenticator", "OwnPassword", "OwnSessions", "IdentitySection"}
    settings |= {"OwnCalendar", "OwnMessages"}  # begin their parts of the page, and do no more
    assert opened == {"AuthState", "ProvePage", *settings}
    assert not is_open_without_second_factor(OwnPassword.event_handlers["choose"].fn)
    assert not is_open_without_second_factor(AuthState.event_handlers["keep"].fn)
