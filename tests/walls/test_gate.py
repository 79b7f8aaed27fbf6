"""A stolen tab token, replayed in every order, gives nothing."""

from __future__ import annotations

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.server import Server
from tests.sockets import HYDRATE, ROOT_STATE, Tab, tab

SECRETS = ("Emil", "Freja", "Kredsen om Emil", "Mette")
LOAD_GOALS = f"{ROOT_STATE}.herning_pwa___goals___state___list____goal_list_page.load"
STAY = f"{ROOT_STATE}.herning_pwa___people___state____auth_state.stay"
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
        phone.load(routes.GOALS)
        assert "Emil" in phone.listen(2), "Mette's own page shows her circle"
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


def test_a_thief_who_says_nothing_is_told_nothing(server: Server, stolen_token: str) -> None:
    """Even while something changes in the circle that the stolen tab was showing."""
    with tab(server.url, token=stolen_token) as thief:
        phone = tab(server.url, cookie=cookie_of(server, "mette@familie.example"))
        with phone as mette:
            mette.load(routes.GOALS)
            mette.send(STAY)
            mette.listen()
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
        phone.load(routes.GOALS)
        phone.listen(2)
        assert cookie.removeprefix("sid=") not in phone.heard()


def test_nonsense_leaves_the_server_standing(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as phone:
        phone.load(routes.GOALS)
        phone.listen(2)
        for payload in ({"entries": 1}, {"entries": [[[]]]}, {"nobody": "asked"}, {}):
            phone.send(f"{ROOT_STATE}.herning_pwa___people___state____auth_state.keep", payload)
        phone.send("no.such.event", {"x": "y"})
        phone.load(routes.GOALS)
        heard = phone.listen(2)
    assert "Emil" in heard
    assert "Traceback" not in heard
