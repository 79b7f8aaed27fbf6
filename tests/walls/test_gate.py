"""A stolen tab token, replayed in every order, gives nothing."""

from __future__ import annotations

from uuid import uuid4

import httpx
import pytest
from reflex.utils.format import format_event_handler
from sqlalchemy import select

from herning_pwa import routes
from herning_pwa.db import make_engine
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.goals.models import Goal
from herning_pwa.goals.state import AnswerGoal, GoalsPage
from herning_pwa.people.state import AuthState
from tests.outbox import write
from tests.server import Server
from tests.sockets import HYDRATE, ROOT_STATE, Tab, tab

SECRETS = ("Emil", "Freja", "Kredsen om Emil", "Mette")
LOAD_GOALS = format_event_handler(GoalsPage.event_handlers["load"])
KEEP = format_event_handler(AuthState.event_handlers["keep"])
ANSWER = format_event_handler(AnswerGoal.event_handlers["begin"])
STAY = format_event_handler(AuthState.event_handlers["stay"])
PLAIN_HYDRATE = f"{ROOT_STATE}.hydrate"
ON_LOAD = f"{ROOT_STATE}.reflex___state____on_load_internal_state.on_load_internal"


def cookie_of(server: Server, email: str) -> str:
    answer = httpx.post(
        server.url + routes.API_SESSION,
        data={"email": email, "password": DEMO_PASSWORD},
        headers={"Origin": server.url},
    )
    return f"sid={answer.cookies['sid']}"


@pytest.fixture
def stolen_token(server: Server) -> str:
    """The token of a tab in which Mette has just read about her children, and closed it."""
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        assert "Emil" in phone.open(routes.GOALS), "Mette's own page shows her circle"
        return phone.token


def nothing_leaked(thief: Tab) -> bool:
    thief.listen()
    return not any(secret in thief.heard() for secret in SECRETS)


ORDERS = [
    [HYDRATE],
    [PLAIN_HYDRATE],
    [LOAD_GOALS],
    [ON_LOAD],
    [STAY, HYDRATE],
    [STAY, PLAIN_HYDRATE],
    [LOAD_GOALS, HYDRATE, LOAD_GOALS],
    [HYDRATE, LOAD_GOALS],
    [ON_LOAD, PLAIN_HYDRATE, HYDRATE],
    [f"{ROOT_STATE}.setvar", HYDRATE],
    [f"{ROOT_STATE}.set_is_hydrated", PLAIN_HYDRATE],
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda names: "+".join(n[-12:] for n in names))
@pytest.mark.parametrize("who", ["nobody", "frede@kommune.example"])
def test_a_thief_gets_nothing(
    server: Server, stolen_token: str, order: list[str], who: str
) -> None:
    cookie = "" if who == "nobody" else cookie_of(server, who)
    with tab(server.url, cookie=cookie, token=stolen_token) as thief:
        for name in order:
            thief.send(name, path=routes.GOALS)
        assert nothing_leaked(thief)


def a_goal_of_mettes(server: Server) -> str:
    engine = make_engine(server.database_url)
    with engine.connect() as connection:
        goal = connection.scalar(select(Goal.id).where(Goal.in_focus).order_by(Goal.id))
    engine.dispose()
    return str(goal)


def test_a_thief_who_says_nothing_is_told_nothing(server: Server, stolen_token: str) -> None:
    """Not even when something changes in the circle that the stolen tab was showing."""
    email = "mette@familie.example"
    said = {"goal_id": a_goal_of_mettes(server), "client_key": str(uuid4()), "rating": "5"}
    with (
        tab(server.url, token=stolen_token) as thief,
        tab(server.url, cookie=cookie_of(server, "anders@familie.example")) as anders,
        tab(server.url, cookie=cookie_of(server, email)) as mette,
    ):
        for phone in (anders, mette):
            phone.open(routes.HOME)  # there the number is seen
            phone.settle()
        write(server, email, cookie_of(server, email), "progress", said)
        anders.hear()  # his own open page was asked to load
        assert nothing_leaked(thief)


def test_a_guessed_cookie_opens_nothing(server: Server) -> None:
    with tab(server.url, cookie="sid=" + "A" * 43) as thief:
        thief.send(LOAD_GOALS, path=routes.GOALS).load(routes.GOALS)
        assert nothing_leaked(thief)


def test_a_foreign_site_cannot_open_the_socket(server: Server) -> None:
    with pytest.raises(Exception, match=r"403|rejected"):
        Tab(server.url, origin="https://evil.example").connect()


def test_the_session_secret_never_comes_back(server: Server) -> None:
    cookie = cookie_of(server, "mette@familie.example")
    with tab(server.url, cookie=cookie) as phone:
        phone.open(routes.GOALS)
        assert cookie.removeprefix("sid=") not in phone.heard()


def test_nonsense_leaves_the_server_standing(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        phone.open(routes.GOALS)
        for payload in ({"entries": 1}, {"entries": [[[]]]}, {"nobody": "asked"}, {}):
            phone.send(KEEP, payload)
        for opened in (1, [[]], {"nobody": "asked"}):
            phone.send(ANSWER, {"opened": opened})
        phone.send("no.such.event", {"x": "y"})
        heard = phone.open(routes.GOALS)
    assert "Emil" in heard
    assert "Traceback" not in heard
