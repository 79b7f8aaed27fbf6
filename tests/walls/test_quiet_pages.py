"""A page loads itself again when somebody acts in its circle. When its reader sees nothing of the
act, not a byte reaches the reader: else one parent could watch when the other one is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.circles.models import Child, Membership
from herning_pwa.goals.models import Audience, Goal, Lifecycle
from herning_pwa.meetings.models import Attendance
from herning_pwa.people.models import Person, SignInSession
from tests.server import Server
from tests.sockets import HYDRATE, ROOT_STATE, Tab, tab
from tests.walls.matrix.over_the_wire import PATIENCE, is_there
from tests.walls.test_gate import cookie_of

PROTECT = f"{ROOT_STATE}.herning_pwa___circles___state___protection____protect_address.protect"
NAVIGATE = f"{ROOT_STATE}.reflex___state____on_load_internal_state.on_load_internal"
LASTS_UNTIL = re.compile(r'"expires_at_rx_state_":(\d+)')
WITHOUT_AN_ID = [
    routes.HOME,
    routes.GOALS,
    routes.NEW_GOAL,
    routes.MEETINGS,
    routes.NEW_MEETING,
    routes.CIRCLE,
    routes.INVITE,
    routes.SUGGEST,
    routes.HAND_OVER,
    routes.WRITE,
    routes.COMMITMENTS,
    routes.AS_SOMEBODY,
    routes.PRIVACY,
    routes.SETTINGS,
    routes.DESK,
]


def pages(server: Server) -> tuple[list[tuple[str, dict[str, str]]], str]:
    """Anders's pages, also some that are not there for him, and Mette's place."""
    engine = create_engine(server.database_url)
    with Session(engine) as db:
        mette = db.scalars(
            select(Membership).join(Membership.person).where(Person.first_name == "Mette")
        ).one()
        goal = select(Goal.id).where(
            Goal.circle_id == mette.circle_id,
            Goal.lifecycle == Lifecycle.ACTIVE,
            Goal.audience == Audience.CIRCLE,
        )
        child = select(Child.id).where(Child.first_name == "Emil")
        asked = select(Attendance.meeting_id).join(Attendance.person)
        invited = asked.where(Person.first_name == "Anders")
        found = {
            (routes.GOAL, "goal_id"): db.scalars(goal).first(),
            (routes.MEETING, "meeting_id"): db.scalars(invited).first(),
            (routes.PREPARE, "meeting_id"): db.scalars(invited).first(),
            (routes.SUMMARY, "meeting_id"): db.scalars(invited).first(),
            (routes.PERSON, "membership_id"): mette.id,
            (routes.CHILD, "child_id"): db.scalars(child).one(),
        }
        place = str(mette.id)
    engine.dispose()
    there = [(path, {name: str(value)}) for (path, name), value in found.items()]
    nowhere = [(path, {name: str(uuid4())}) for path, name in found]
    return [*((path, {}) for path in WITHOUT_AN_ID), *there, *nowhere], place


def anders_does_something_elsewhere(server: Server) -> None:
    """His session lasts longer: also that must not reach his open pages because of Mette."""
    engine = create_engine(server.database_url)
    anders = select(Person.id).where(Person.first_name == "Anders").scalar_subquery()
    with engine.begin() as connection:
        later = clock.now() + timedelta(seconds=1)
        own = update(SignInSession).where(SignInSession.person_id == anders)
        assert connection.execute(own.values(last_seen_at=later)).rowcount
    engine.dispose()


def hear(page: Tab, awaited: Callable[[str], bool]) -> None:
    """Listen until it has arrived, however slow the machine; fails when it never does."""
    while (frame := page._receive(PATIENCE)) is not None:
        if awaited(frame):
            return
    raise AssertionError("the page fell silent too early")


def test_anders_is_not_told_that_mette_did_something_he_sees_nothing_of(server: Server) -> None:
    cookie = cookie_of(server, "anders@familie.example")
    asked, place = pages(server)
    opened: list[tuple[str, Tab]] = []
    for path, parts in asked:
        page = Tab(server.url, cookie=cookie).connect()
        page.load(path, parts)
        hear(page, is_there)
        opened.append((path, page))
    anders_does_something_elsewhere(server)
    before = [len(page.frames) for _path, page in opened]
    with tab(server.url, cookie=cookie_of(server, "sanne@kommune.example")) as sanne:
        hear(sanne.load(routes.PERSON, {"membership_id": place}), is_there)
        with tab(server.url, cookie=cookie_of(server, "mette@familie.example")) as mette:
            hear(mette.load(routes.PERSON, {"membership_id": place}), is_there)
            mette.send(PROTECT, {"membership_id": place}).listen()
        hear(sanne, lambda frame: "Mette har beskyttet adresse" in frame)  # pages load anew
    for (path, page), count in zip(opened, before, strict=True):
        page.listen(0.2)
        assert len(page.frames) == count, f"{path}: {page.frames[count:]}"
        page.close()


@pytest.mark.parametrize("comes", [HYDRATE, NAVIGATE])
def test_a_page_anders_comes_to_tells_how_long_his_session_lasts(
    server: Server, comes: str
) -> None:
    with tab(server.url, cookie=cookie_of(server, "anders@familie.example")) as page:
        hear(page.load(routes.HOME), is_there)
        anders_does_something_elsewhere(server)
        before = len(page.frames)
        hear(page.send(comes, path=routes.GOALS), is_there)
        told = [int(lasts) for frame in page.frames for lasts in LASTS_UNTIL.findall(frame)]
        first, *_others, last = filter(None, told)
        assert last > first
        assert LASTS_UNTIL.search("".join(page.frames[before:]))
