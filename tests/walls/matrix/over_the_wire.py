"""The running server in the matrix: everybody signed in, one tab each, and a way back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
from reflex_base.registry import RegistrationContext
from sqlalchemy import ColumnElement, Engine, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock, herning_pwa, routes
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.demo.people import DEMO_PASSWORD
from herning_pwa.offline.kinds import KINDS
from herning_pwa.people.models import SignInSession
from herning_pwa.people.passwords import hash_password
from herning_pwa.web.limits import MESSAGES_AT_ONCE
from tests.outbox import key_of, seal
from tests.schema import create_schema
from tests.server import Server, running_server
from tests.sockets import HYDRATED, IS_THERE, SYNC, Tab
from tests.walls.matrix.people import EVERYBODY
from tests.walls.matrix.world import World, build, email_of

PATIENCE = 60.0
GIVEN_UP_AFTER = 20.0
SENT_BY_ONE_TAB = MESSAGES_AT_ONCE - 10
A_MOMENT = 0.004
A_LONG_RUN = timedelta(hours=1)  # nobody is asked in the middle to show who they are
SIGNED_OUT = routes.SIGN_IN
REFUSED = {"NotFound": "-", "NotAllowed": "no"}
CLOSES_PAGES = ("membership.", "access.", "session.", "handover.")


def event_names() -> dict[str, str]:
    """``State.handler`` of the rules → the name that goes over the socket."""
    assert herning_pwa.app, "the app put together: only then are its handlers known"
    return {
        f"{row.states[0].__name__}.{row.handler.fn.__name__}": name
        for name, row in RegistrationContext.get().event_handlers.items()
        if not name.endswith(".setvar")
    }


def is_there(frame: str) -> bool:
    """Whether a page has arrived with this frame."""
    return IS_THERE in frame


@dataclass
class Wire:
    """The server with the world in it."""

    server: Server
    world: World
    engine: Engine
    file: Path
    cookies: dict[str, str] = field(default_factory=dict)
    tabs: dict[str, Tab] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=event_names)

    def sign_in(self, web: httpx.Client, name: str) -> str:
        """The cookie the person gets for the demo password."""
        web.cookies.clear()
        answer = web.post(
            routes.API_SESSION,
            data={"email": email_of(name), "password": DEMO_PASSWORD},
            headers={"Origin": self.server.url},
        )
        assert answer.status_code == 303, (name, answer.status_code, answer.headers)
        return f"sid={answer.cookies['sid']}"

    def tab(self, name: str) -> Tab:
        """The person's one tab, opened when it is first used; a stranger's for ``nobody``."""
        if name not in self.tabs or not self.tabs[name].is_open:
            cookie = self.cookies.get(name, "")
            self.tabs[name] = Tab(self.server.url, cookie=cookie).connect()
            self.tabs[name].load(routes.ABOUT)  # a page that never loads itself anew
            self._until(is_there, name)
        return self.tabs[name]

    def open(self, name: str, address: str, parameters: dict[str, str] | None = None) -> str:
        """Go to a page; everything that arrives until it is there."""
        self.pace(name)
        self.tab(name).load(address, parameters)
        return self._until(is_there, name)

    def send(self, name: str, handler: str, payload: dict[str, Any]) -> str:
        """Call a handler; what it changes on the page, or where it leads."""
        if handler in KINDS:
            return self.deliver(name, handler, payload["form"])
        self.settle(name)
        self.post(name, handler, payload)
        return self.settle(name)

    def post(self, name: str, handler: str, payload: dict[str, Any]) -> None:
        """Call a handler and go on."""
        if handler in KINDS:
            self.deliver(name, handler, payload["form"])
            return
        self.pace(name)
        self.tab(name).send(self.events[handler], payload)

    def deliver(self, name: str, kind: str, form: dict[str, Any]) -> str:
        """Send an entry as the person's phone would; the answer, written as a socket's frame."""
        fields = {field: str(text) for field, text in form.items()}
        person = self.world.people.get(name, uuid4())
        entry = seal(kind, fields, person, key=key_of(self.server.url))
        headers = {"Origin": self.server.url, "Cookie": self.cookies.get(name, "")}
        address = self.server.url + routes.API_OUTBOX
        answer = httpx.post(address, json={"entries": [entry]}, headers=headers, timeout=PATIENCE)
        return "outbox," + json.dumps(answer.json().get("answers", SIGNED_OUT))

    def pace(self, name: str) -> None:
        """A tab gives way to a new one when it has sent about as much as is allowed at once, or
        was silent so long that the server may have given it up: it answers only while it listens.
        """
        tab = self.tabs.get(name)
        if tab and (tab.sent > SENT_BY_ONE_TAB or tab.silent_for > GIVEN_UP_AFTER):
            self.hang_up(name)

    def settle(self, name: str) -> str:
        """Everything that arrives until what was sent before is through.

        A tab's events run one after another, so the echo of a mark comes after all of them;
        that of a second mark also after the event which the last one asked for.
        """
        return "\n".join([self._up_to_a_mark(name), self._up_to_a_mark(name)]).strip()

    def _up_to_a_mark(self, name: str) -> str:
        mark = uuid4().hex
        self.tab(name).send(SYNC, {"value": mark})
        heard = self._until(lambda frame: HYDRATED.format(f'"{mark}"') in frame, name)
        return heard.rpartition("\n")[0]

    def hang_up(self, name: str) -> None:
        """Close the person's tab; the next event opens a new one."""
        if name in self.tabs:
            self.tabs.pop(name).close()

    def hang_up_everybody(self) -> None:
        """No page is open any more that would load itself anew when something changes."""
        for name in list(self.tabs):
            self.hang_up(name)

    def _until(self, is_it: Callable[[str], bool], name: str) -> str:
        """All frames up to the one that is it."""
        heard, tab = [], self.tabs[name]
        while (frame := tab._receive(PATIENCE)) is not None:
            heard.append(frame)
            if is_it(frame):
                break
        return "\n".join(heard)

    def outcome(self, name: str, act: str, since: UUID | None, *, awaited: bool = True) -> str:
        """What came of the act, by the log: yes, no, - or =. ``act`` is its name there.

        ``awaited`` is for acts that leave a line in the log: it is waited for.
        """
        if not awaited:
            self.settle(name)
        give_up = time.monotonic() + (PATIENCE if awaited else 0)
        while True:
            rows = self._since(since, self.world.people[name])
            if any(outcome is Outcome.DONE for _action, outcome, _reason in rows):
                return "yes"
            reasons = [reason for action, _outcome, reason in rows if action == act]
            if reasons:
                return REFUSED.get(reasons[0], reasons[0])
            if time.monotonic() > give_up:
                return "="
            time.sleep(A_MOMENT)

    def last_act(self) -> UUID | None:
        """The newest act that went through."""
        return self.last(Activity.outcome == Outcome.DONE)

    def last(self, *only: ColumnElement[bool]) -> UUID | None:
        """The newest row of the log. Ids grow with time."""
        newest = select(Activity.id).where(*only).order_by(Activity.id.desc()).limit(1)
        with self.engine.connect() as connection:
            return connection.scalar(newest)

    def _since(self, last: UUID | None, person: UUID) -> list[tuple[str, Outcome, str]]:
        """What the log has of this person since then."""
        wanted = select(Activity.action, Activity.outcome, Activity.reason).where(
            Activity.id > last, Activity.actor_id == person
        )
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(wanted)]

    def keep(self) -> None:
        """Remember the database as it is now."""
        copy(self.file, self.file.with_suffix(".kept"))

    def undo_acts(self, since: UUID | None, *names: str) -> None:
        """Everything as it was before these people acted.

        On whoever loses a place the server hangs up, soon after: what is sent then is lost.
        """
        acts = select(Activity.action).where(Activity.id > since)
        with self.engine.connect() as connection:
            closes = any(act.startswith(CLOSES_PAGES) for act in connection.scalars(acts))
        if closes:
            for name in names:
                self.settle(name)  # their acts are through, and nobody is hung up on later
            self.hang_up_everybody()
        self.undo()

    def undo(self) -> None:
        """Everything as it was, in the server's database too."""
        copy(self.file.with_suffix(".kept"), self.file)


def copy(from_file: Path, to_file: Path) -> None:
    """One database over another, also while a server has it open: for it this is one change."""
    with closing(sqlite3.connect(from_file)) as source, closing(_patient(to_file)) as target:
        source.backup(target)


def _patient(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=PATIENCE)


@contextmanager
def wire(folder: Path) -> Iterator[Wire]:
    """Start the server on a database with the world in it, and sign everybody in."""
    file = folder / "matrix.db"
    engine = create_schema(f"sqlite:///{file}")
    with Session(engine.execution_options(writes=True)) as db, db.begin():
        world = build(db, password_hash=hash_password(DEMO_PASSWORD))
    with running_server(folder, database_url=f"sqlite:///{file}") as server:
        wired = Wire(server, world, engine, file)
        with httpx.Client(base_url=server.url) as web:
            wired.cookies = {name: wired.sign_in(web, name) for name in EVERYBODY}
        with engine.execution_options(writes=True).begin() as connection:
            later = clock.now() + A_LONG_RUN
            connection.execute(update(SignInSession).values(proved_at=later))
        wired.keep()
        yield wired
        for tab in wired.tabs.values():
            tab.close()
    engine.dispose()
