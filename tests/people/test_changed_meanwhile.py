"""The password is changed while somebody signs in with the old one. Real threads."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa.db import transaction
from herning_pwa.people.commands import who_has_password
from herning_pwa.people.commands.own_password import choose_password
from herning_pwa.people.models import Method, Person, SignInSession
from herning_pwa.people.passwords import hash_password
from herning_pwa.people.sessions import begin_session, sessions_of
from tests.cast import assemble
from tests.fresh import fresh_database, installation

OLD, NEW = "solsort under taget", "gulerod og persille"
METTE = "mette@familie.example"
A_HEAD_START = 0.3  # seconds; a slow machine only makes the two come after one another


@pytest.fixture(autouse=True)
def committed_cast(engine: Engine, tmp_path: Path) -> Iterator[None]:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            assemble(db).mette.password_hash = hash_password(OLD)
        yield


def mette(db: Session) -> Person:
    return db.scalars(select(Person).where(Person.email == METTE)).one()


def test_nobody_stays_in_with_the_old_password() -> None:
    verified = Event()

    def sign_in() -> None:
        with transaction() as db:
            person = who_has_password(db, email=METTE, password=OLD)
            verified.set()
            sleep(A_HEAD_START)  # the change waits for us, or comes after
            if person is not None:
                begin_session(db, person, method=Method.PASSWORD)

    def change() -> None:
        verified.wait()
        with transaction() as db:
            own = SignInSession(person_id=mette(db).id, secret_hash="here")
            db.add(own)
            db.flush()
            choose_password(db, mette(db), session_id=own.id, password=NEW)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(sign_in), pool.submit(change)]:
            done.result()
    with transaction() as db:
        assert [session.secret_hash for session in sessions_of(db, mette(db))] == ["here"]


def test_the_new_password_fits_and_the_old_one_does_not() -> None:
    with transaction() as db:
        mette(db).password_hash = hash_password(NEW)
    with transaction() as db:
        assert who_has_password(db, email=METTE, password=OLD) is None
        assert who_has_password(db, email=METTE, password=NEW) is not None
