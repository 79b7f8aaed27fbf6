"""When a place ends: the socket is closed, the next event refused, the calendar file gone.

Over the real socket, as somebody would who keeps asking.
"""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from reflex.utils.format import format_event_handler
from sqlalchemy import select

from herning_pwa import routes
from herning_pwa.circles.models import Membership
from herning_pwa.circles.state import CirclePage, PersonPage
from herning_pwa.db import reading, transaction
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.goals.models import Goal
from herning_pwa.meetings.models import Attendance
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from tests.fresh import installation
from tests.outbox import write
from tests.server import Server
from tests.sockets import tab

END = format_event_handler(PersonPage.event_handlers["end"])
LOAD_CIRCLE = format_event_handler(CirclePage.event_handlers["load"])
JENS, METTE = "jens@familie.example", "mette@familie.example"
OWN_WORDS = routes.API_OWN_WORDS.format(format="json")
SECRETS = ("Mette", "Anders", "Emil")


@pytest.fixture(autouse=True)
def november(server: Server) -> Iterator[None]:
    """Here the app keeps its own time, and the tests write into its database."""
    with installation(HERNING_DATABASE_URL=server.database_url):
        yield


def cookie_of(server: Server, who: str) -> str:
    answer = httpx.post(
        server.url + routes.API_SESSION,
        data={"email": f"{who}@familie.example", "password": DEMO_PASSWORD},
        headers={"Origin": server.url},
    )
    return f"sid={answer.cookies['sid']}"


def place_of(who: str) -> str:
    with reading() as db:
        place = select(Membership.id).join(Membership.person)
        return str(db.scalars(place.where(Person.email == f"{who}@familie.example")).one())


def test_jens_is_cut_off_and_stays_out(server: Server) -> None:
    cookie = cookie_of(server, "jens")
    with reading() as db:
        goal_id = str(db.scalars(select(Goal.id).where(Goal.in_focus).limit(1)).one())
        meetings = db.scalars(
            select(Attendance.meeting_id).join(Attendance.person).where(Person.email == JENS)
        ).all()
    with (
        tab(server.url, cookie=cookie) as jens,
        tab(server.url, cookie=cookie_of(server, "mette")) as mette,
    ):
        assert "Emil" in jens.open(routes.CIRCLE)
        mette.open(routes.CIRCLE)
        mette.send(END, {"membership_id": place_of("jens")})
        assert jens.is_cut()
        assert mette.is_open
    with tab(server.url, cookie=cookie, token=jens.token) as again:
        again.open(routes.CIRCLE)
        again.send(LOAD_CIRCLE, path=routes.CIRCLE)
        form = {"goal_id": goal_id, "client_key": goal_id, "rating": "5", "note": "Stadig her"}
        assert write(server, JENS, cookie, "progress", form)["status"] == "refused"
        again.settle()
        fresh = again.heard()
        with tab(server.url, cookie=cookie_of(server, "mette")) as mette:
            mette.open(routes.CIRCLE)
            write(server, METTE, cookie_of(server, "mette"), "progress", form)
            mette.settle()
        assert again.settle() == "", "what happens in the circle is not even hinted at"
    kept = httpx.get(server.url + OWN_WORDS, headers={"Cookie": cookie})
    assert kept.status_code == 200
    for own in ("Han kommer hver tirsdag.", "Stadig her"):
        assert own in kept.text, "his own words are his to keep, also what was refused"
    for secret in SECRETS:
        assert secret not in fresh.replace("Kredsen om Emil og Freja", "")
    with reading() as db:
        written = db.scalars(select(ProgressEntry).where(ProgressEntry.note == "Stadig her"))
        assert [entry.person.first_name for entry in written] == ["Mette"]
    for meeting_id in meetings:
        address = server.url + routes.meeting_file(meeting_id)
        assert httpx.get(address, headers={"Cookie": cookie}).status_code == 404


def test_at_the_agreed_end_the_server_hangs_up_by_itself(server: Server) -> None:
    with tab(server.url, cookie=cookie_of(server, "inger")) as inger:
        assert "Emil" in inger.open(routes.CIRCLE)
        with transaction() as db:
            place = db.scalars(
                select(Membership)
                .join(Membership.person)
                .where(Person.email == "inger@familie.example")
            ).one()
            place.ends_at = place.started_at
        assert inger.is_cut()
        with reading() as db:
            assert db.get_one(Membership, place.id).ended_at == place.started_at
