"""The same thing sent twenty times at once, and two things that want the same row."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, func, select

from herning_pwa import db
from herning_pwa.circles.models import Circle
from herning_pwa.errors import NotSignedIn
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.offline.delivering import Delivered, Sender, Status, deliver, who_sends
from herning_pwa.offline.envelope import read_sealed
from herning_pwa.people.models import Method, Person
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sessions import begin_session, end_session
from herning_pwa.people.upload_grants import grant_upload
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.fresh import fresh_database, installation
from tests.offline.sending import said
from tests.outbox import seal, seal_text

TIMES = 20


@dataclass(frozen=True)
class Phone:
    """Mette's, signed in, and the goal she writes about."""

    mette: UUID
    goal: UUID
    session_hash: str
    fields: dict[str, str]

    def sealed(self, **more: str) -> dict[str, Any]:
        return seal("progress", self.fields | more, self.mette)

    def leave(self, *rows: dict[str, Any]) -> str:
        """Let this browser send these without a sign-in; the hash of its secret."""
        left = [read_sealed(row).fingerprint for row in rows]
        with db.transaction() as session:
            mette = session.get_one(Person, self.mette)
            secret = grant_upload(session, mette, fingerprints=left, browser="Chrome, Android")
        return hash_secret(secret)

    def sealed_anew(self, times: int) -> list[dict[str, Any]]:
        """As many different things."""
        return [self.sealed(client_key=str(uuid4())) for _n in range(times)]

    @property
    def sender(self) -> Sender:
        return who_sends(self.session_hash, [])

    @property
    def saved(self) -> int:
        count = select(func.count()).where(ProgressEntry.goal_id == self.goal)
        with db.reading() as session:
            return session.scalar(count) or 0


@pytest.fixture(scope="module")
def people(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[UUID, UUID]]:
    """Mette and her circle, in a database where the work is really committed."""
    folder = tmp_path_factory.mktemp("outbox")
    with fresh_database(engine, folder) as url, installation(HERNING_DATABASE_URL=url):
        with db.transaction() as session:
            cast = assemble(session)
            given = cast.mette.id, cast.circle.id
        yield given


@pytest.fixture
def phone(people: tuple[UUID, UUID]) -> Phone:
    mette_id, circle_id = people
    with db.transaction() as session:
        mette, circle = session.get_one(Person, mette_id), session.get_one(Circle, circle_id)
        goal = agreed_goal(session, circle, mette, lifecycle=Lifecycle.ACCEPTED)
        secret = begin_session(session, mette, method=Method.PASSKEY)
        return Phone(mette_id, goal.id, hash_secret(secret), said(goal))


def at_once(rows: list[Any], sender: Sender) -> list[Delivered]:
    together = Barrier(len(rows))

    def send(row: Any) -> Delivered:
        together.wait(60)
        return deliver(row, sender)

    with ThreadPoolExecutor(len(rows)) as pool:
        return list(pool.map(send, rows))


def test_twenty_at_once_are_carried_out_once(phone: Phone) -> None:
    answers = at_once([phone.sealed()] * TIMES, phone.sender)
    assert {answer.status for answer in answers} == {Status.APPLIED}
    assert phone.saved == 1


def test_two_that_change_the_same_goal_both_go_through(phone: Phone) -> None:
    """The first progress begins the goal: whoever comes second finds it begun."""
    answers = at_once(phone.sealed_anew(6), phone.sender)
    assert {answer.status for answer in answers} == {Status.APPLIED}
    assert phone.saved == 6
    with db.reading() as session:
        assert session.get_one(Goal, phone.goal).lifecycle is Lifecycle.ACTIVE


def test_what_was_left_comes_once_however_it_is_sent(phone: Phone) -> None:
    rows = phone.sealed_anew(3)
    left = who_sends("", [phone.leave(*rows)])
    assert {answer.status for answer in at_once(rows * 3, left)} == {Status.APPLIED}
    assert phone.saved == 3


def test_once_she_has_sent_it_herself_the_browser_sends_nothing_more(phone: Phone) -> None:
    row, own = phone.sealed(), phone.sender
    left = phone.leave(row)
    assert deliver(row, own).status is Status.APPLIED
    with pytest.raises(NotSignedIn):
        who_sends("", [left])


def test_whoever_has_the_cookie_can_neither_write_nor_guess_in_her_name(phone: Phone) -> None:
    """Other words under the same key, the very words sealed anew, a kind there is not, junk: one
    answer for all of it."""
    row = phone.sealed(note="Kun Mette ved det.")
    sender = who_sends("", [phone.leave(row)])
    guesses = [
        seal("progress", phone.fields | {"note": note}, phone.mette, id=row["id"])
        for note in ("Kun Mette ved det.", "Et forkert gæt.")
    ]
    forged = [
        *guesses,
        *phone.sealed_anew(1),
        seal("goal.agreed", {}, phone.mette),
        seal("no such kind", {}, phone.mette),
        seal_text("junk", phone.mette),
        {**row, "iv": phone.sealed()["iv"]},
        {**row, "sealed": row["sealed"][::-1]},
    ]
    for _before_and_after in range(2):
        answers = {(a.status, a.sentence) for a in (deliver(each, sender) for each in forged)}
        assert answers == {(Status.NOT_YOURS, "")}
        assert deliver(row, sender).status is Status.APPLIED
    assert phone.saved == 1


def test_a_session_that_ends_on_the_way_lets_nothing_more_in(phone: Phone) -> None:
    sender = phone.sender
    with db.transaction() as session:
        end_session(session, phone.session_hash)
    assert deliver(phone.sealed(), sender).status is Status.NOT_YOURS
    assert phone.saved == 0


IMPATIENT = {"sqlite": "PRAGMA busy_timeout = 1", "postgresql": "SET lock_timeout = 10"}
HOLDS = {"sqlite": "SELECT 1", "postgresql": "LOCK TABLE outbox_answer"}  # SQLite's BEGIN holds


def test_a_database_that_is_busy_means_later(phone: Phone, engine: Engine) -> None:
    kind, sender = engine.dialect.name, phone.sender
    db.engine().dispose()
    with db.engine().connect() as first, db.engine().connect() as second:
        for connection in (first, second):  # now there are these two, and both give up at once
            connection.exec_driver_sql(IMPATIENT[kind])
            connection.commit()
    with db.engine().execution_options(writes=True).begin() as busy:
        busy.exec_driver_sql(HOLDS[kind])
        assert deliver(phone.sealed(), sender).status is Status.LATER
    assert deliver(phone.sealed(), sender).status is Status.APPLIED


def test_a_fault_in_one_command_is_later_and_says_nothing_of_it(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    with broken("progress_entry"):
        answer = deliver(phone.sealed(note="kanariefugl"), phone.sender)
    assert (answer.status, bool(answer.sentence)) == (Status.LATER, True)
    assert caplog.records
    assert "kanariefugl" not in caplog.text
    assert deliver(phone.sealed(), phone.sender).status is Status.APPLIED


@contextmanager
def broken(table: str) -> Iterator[None]:
    """The table is not where it should be."""
    for there, here in ((table, "elsewhere"), ("elsewhere", table)):
        with db.engine().execution_options(writes=True).begin() as connection:
            connection.exec_driver_sql(f"ALTER TABLE {there} RENAME TO {here}")
        if here != table:
            yield
