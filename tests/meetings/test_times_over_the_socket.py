"""Two homes, byte by byte: what the other parent answers does not reach the one who called."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.db import make_engine
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import offer_times
from herning_pwa.people.models import Person
from tests.meeting_plans import meeting_called_by
from tests.server import Server
from tests.sockets import ROOT_STATE, Tab
from tests.walls.test_gate import cookie_of

MARK = f"{ROOT_STATE}.herning_pwa___meetings___state___times____find_time.mark"


@pytest.fixture
def november() -> None:
    """The app under test keeps its own clock."""


def offered_by_mette(server: Server) -> tuple[dict[str, str], str]:
    """Where the meeting is that Mette calls with Anders and Sanne, and the one other time."""
    engine = make_engine(server.database_url)
    with Session(engine.execution_options(writes=True)) as db, db.begin():
        people = {person.first_name: person for person in db.query(Person)}
        (place,) = people["Mette"].active_memberships
        asked = (people["Anders"], people["Sanne"])
        meeting = meeting_called_by(db, people["Mette"], place.circle, *asked)
        times = [((today() + timedelta(days=20)).isoformat(), "10:00", "11:00")]
        offer_times(db, people["Mette"], meeting_id=meeting.id, sequence=0, times=times)
        found = {"meeting_id": str(meeting.id)}, str(meeting.open_offers[0].id)
    engine.dispose()
    return found


def opened(server: Server, email: str, path: str, parts: dict[str, str]) -> Tab:
    page = Tab(server.url, cookie=cookie_of(server, email)).connect()
    page.open(path, parts)
    page.settle()
    return page


def test_not_a_byte_of_anders_answer_reaches_mette_who_called_the_meeting(server: Server) -> None:
    parts, offer = offered_by_mette(server)
    mettes = [
        opened(server, "mette@familie.example", path, here)
        for path, here in ((routes.MEETING, parts), (routes.MEETINGS, {}), (routes.HOME, {}))
    ]
    sanne = opened(server, "sanne@kommune.example", routes.MEETING, parts)
    anders = opened(server, "anders@familie.example", routes.MEETING, parts)
    for suits in ([offer], []):
        anders.send(MARK, {"form": {**parts, "shown": offer, "suits": suits}}).settle()
    sanne.hear("Anders")  # the pages were asked to load
    for page in mettes:
        assert page.settle() == ""
    for page in (*mettes, sanne, anders):
        page.close()
