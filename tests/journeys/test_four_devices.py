"""From the round of updates to the summary that all have confirmed, on four devices.

All the way through, every byte that Mette's browser receives is kept, and none of it is Anders'
own: what he prepares, whom he brings, what he writes with his answer and beside the summary, which
times suit him.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from playwright.sync_api import Response, WebSocket, expect
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.i18n import local
from herning_pwa.meetings.models import Kind, Meeting
from tests.journeys.phone import Phone
from tests.server import Server

ANSWER = "Jeg har tidlig vagt i Ikast"
HARD = "Det er svært, når aftalerne skifter"
UNSPOKEN = "Min sygemelding er ikke for de andre"
COMPANION = "Min søster Karen fra Ikast"
COMMENT = "Torsdagen kan jeg ikke love endnu"
ANDERS_OWN = (ANSWER, HARD, UNSPOKEN, COMPANION, COMMENT)
INGER_SAW = "Han pakkede selv tasken i går"
UNDERSTOOD = "Emil pakker tasken om aftenen, og Inger henter om torsdagen."
AN_HOUR, HALF_AN_HOUR = timedelta(hours=1), timedelta(minutes=30)


class Heard:
    """Everything the server has sent to one phone: over its sockets, and as answers."""

    def __init__(self, phone: Phone) -> None:
        self.frames: list[str] = []
        self.answers: list[str] = []
        phone.page.on("websocket", self._listen)
        phone.page.on("response", self._read)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(str(frame)))

    def _read(self, answer: Response) -> None:
        if answer.request.resource_type in {"document", "fetch", "xhr"} and answer.ok:
            self.answers.append(answer.text())

    @property
    def everything(self) -> str:
        return "\n".join([*self.frames, *self.answers])


@pytest.fixture
def meetings(server: Server) -> dict[Kind, str]:
    """The addresses of the demo's meetings ahead, by kind."""
    engine = create_engine(server.database_url)
    with Session(engine) as db:
        ahead = select(Meeting).where(Meeting.starts_at > clock.now())
        found = {row.kind: routes.meeting(row.id) for row in db.scalars(ahead)}
    engine.dispose()
    return found


def tell_how_it_goes(phone: Phone, *, note: str = "") -> None:
    """Each goal of the round that is not answered yet: a number, and on to the next."""
    phone.open(routes.UPDATE_ROUND)
    on = phone.page.get_by_role("button", name="Gem, og gå videre")
    first, last = (phone.find("progress.how-far").get_attribute(end) for end in ("value", "max"))
    for number in range(int(first or 1), int(last or 0) + 1):
        asked = phone.find(f"progress.how-far[value='{number}']")
        expect(asked).to_have_count(1)
        if note and number == int(first or 1):
            phone.unfold("Skriv også et par ord").write("Hvad har du set?", note)
        phone.page.get_by_role("radio", name="7", exact=True).check()
        on.click()
        expect(asked).to_have_count(0)
    expect(on).to_have_count(0)


def prepare(phone: Phone, meeting: str) -> None:
    """Write what is hard, what is not for the others, who comes along; wait until it is saved."""
    phone.open(f"{meeting}/forbered")
    phone.find("[name=hard]").fill(HARD)
    phone.unfold("Kun til Sanne")
    phone.find("[name=unspoken]").fill(UNSPOKEN)
    phone.find("[name=companion]").fill(COMPANION)
    expect(phone.find(".saved [role=status]:not(.hidden)")).to_contain_text("Gemt")


def move_to_today(phone: Phone, meeting: str) -> None:
    """Sanne moves the meeting to within the hour, so that it can be held."""
    start = soon(local(clock.now()))
    end = start + HALF_AN_HOUR
    phone.open(meeting).unfold("Flyt mødet, eller skift sted")
    phone.find("#change-day").fill(f"{start:%Y-%m-%d}")
    phone.find("#change-start").fill(f"{start:%H:%M}")
    phone.find("#change-end").fill(f"{end:%H:%M}")
    phone.find("#change-reason").fill("Vi kan mødes allerede nu.")
    phone.tap("Gem ændringen").sees("Mødet er ændret.")


def soon(now: datetime) -> datetime:
    """Within two hours, when there is half an hour left of that day."""
    later = now + AN_HOUR
    if (later + HALF_AN_HOUR).date() == now.date():
        return later
    return datetime.combine(now.date() + timedelta(days=1), time(0, 10))


def hold(phone: Phone, meeting: str) -> None:
    """Go the whole way through: a decision about a goal, the next date, the end."""
    phone.open(f"{meeting}/holdt")
    onwards, stop = phone.page.get_by_role("link", name="Næste:"), phone.find("h1")
    expect(onwards).to_be_visible()
    while onwards.count():
        decide(phone)
        comes = onwards.inner_text().removeprefix("Næste:").strip()
        onwards.click()
        expect(stop).to_have_text(comes)
    phone.tap("Afslut, og skriv opsummeringen")
    phone.page.wait_for_url("**/referat")
    phone.settle()


def decide(phone: Phone) -> None:
    """What this stop asks for, when it asks."""
    choices = phone.page.get_by_role("radio")  # a proposal waits for answers, not for this
    if choices.count():
        choices.first.check()
        phone.tap("Skriv det ned").sees("Beslut noget andet")
    if phone.page.get_by_role("button", name="Aftal datoen").count():
        phone.tap("Aftal datoen").sees("De svarer i appen.")


def test_from_the_round_to_the_confirmed_summary(
    phone: Callable[..., Phone], meetings: dict[Kind, str]
) -> None:
    mette = phone("mette")
    heard = Heard(mette)
    anders, inger, sanne = (phone(who) for who in ("anders", "inger", "sanne"))
    follow_up = meetings[Kind.FOLLOW_UP]
    for each in (mette, anders):
        tell_how_it_goes(each)
    tell_how_it_goes(inger, note=INGER_SAW)

    mette.open(follow_up)
    anders.open(follow_up)
    anders.unfold("Skriv et par ord til").write("Hvad skal de vide?", ANSWER)
    anders.tap("Send", exact=True).sees("Dit svar er sendt.")
    prepare(anders, follow_up)
    sanne.open(follow_up).sees(ANSWER).sees(HARD).sees(UNSPOKEN).sees(COMPANION)

    move_to_today(sanne, follow_up)
    hold(sanne, follow_up)
    expect(sanne.find("[name=text]")).not_to_have_value("")  # drafted from what was decided
    sanne.find("[name=text]").fill(UNDERSTOOD)
    sanne.unfold("Send det").tap("Send til alle til mødet").sees("Det er sendt.")
    mette.open(f"{follow_up}/referat").sees(UNDERSTOOD)  # open while Anders comments
    anders.open(f"{follow_up}/referat").sees(UNDERSTOOD).unfold("Jeg har en kommentar")
    anders.write("Hvad skal være anderledes?", COMMENT).tap("Send min kommentar")
    for each in (anders, sanne):
        expect(each.page.get_by_role("listitem").filter(has_text=COMMENT)).to_be_visible()
    mette.tap("Ja, det passer").sees("Du har svaret: Ja, det passer")
    for each in (anders, inger):
        each.open(f"{follow_up}/referat").sees(UNDERSTOOD)
    anders.unfold("Ret dit svar")
    for each in (anders, inger):
        each.tap("Ja, det passer")
    for name in ("Mette", "Anders", "Inger"):
        said = sanne.page.get_by_role("listitem").filter(has_text=name)
        expect(said.filter(has_text="passer")).not_to_have_count(0)

    mette.open(routes.HOME).sees(INGER_SAW)
    assert UNDERSTOOD in heard.everything
    assert INGER_SAW in heard.everything
    assert [words for words in ANDERS_OWN if words in heard.everything] == []


def test_which_times_suit_anders_reach_mette_in_no_byte(
    phone: Callable[..., Phone], meetings: dict[Kind, str]
) -> None:
    mette, anders, sanne = (phone(who) for who in ("mette", "anders", "sanne"))
    heard = Heard(mette)
    for each in (mette, anders, sanne):
        each.open(meetings[Kind.STATUS])
    anders.unfold("Ret dit svar om tiderne")
    for box in anders.page.get_by_role("checkbox").all():
        box.check()
    before = len(heard.frames)
    anders.tap("Send dit svar").sees("Tak. Dit svar er sendt.")
    expect(sanne.page.get_by_text(re.compile("Passer .*Anders"))).to_have_count(3)
    assert [frame for frame in heard.frames[before:] if len(frame) > len("42")] == []
