"""Many answers at the same moment are as good as one. Real threads, committed rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
import time_machine
from pyotp import TOTP
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa.db import transaction
from herning_pwa.errors import DomainError
from herning_pwa.people.commands.passkeys import ask_to_sign_in, remove_passkey, sign_in_by_passkey
from herning_pwa.people.factors import check_authenticator, passkeys_of
from herning_pwa.people.models import Person
from tests.cast import assemble
from tests.fresh import fresh_database, installation
from tests.people.test_authenticator_app import set_up
from tests.people.test_passkeys import added

AT_ONCE = 8
NOON = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def committed_cast(engine: Engine, tmp_path: Path) -> Iterator[None]:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            assemble(db)
        yield


def person(db: Session, name: str) -> Person:
    return db.scalars(select(Person).where(Person.first_name == name)).one()


def at_once(act: Callable[[Session, int], object]) -> int:
    """Let everybody act at the same moment, each in a transaction; gives how many were let."""
    everybody = Barrier(AT_ONCE)

    def one(number: int) -> bool:
        everybody.wait()
        try:
            with transaction() as db:
                return bool(act(db, number))
        except DomainError:
            return False

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(one, range(AT_ONCE)))


def test_one_answer_signs_in_once() -> None:
    with transaction() as db:
        phone = added(db, person(db, "Mette"), counts=False)
        answer = phone.get(ask_to_sign_in(db))
    assert at_once(lambda db, _n: sign_in_by_passkey(db, answer)) == 1


def test_one_code_is_right_once() -> None:
    with time_machine.travel(NOON, tick=False):
        with transaction() as db:
            app: TOTP = set_up(db, person(db, "Mette"))
        code = app.at(NOON)
        assert at_once(lambda db, _n: check_authenticator(db, person(db, "Mette"), code)) == 1


def test_sanne_cannot_lose_all_her_factors_in_one_moment() -> None:
    with transaction() as db:
        for _one in range(AT_ONCE):
            added(db, person(db, "Sanne"))
        keys = [key.id for key in passkeys_of(db, person(db, "Sanne"))]

    def remove(db: Session, number: int) -> bool:
        remove_passkey(db, person(db, "Sanne"), passkey_id=keys[number])
        return True

    assert at_once(remove) == AT_ONCE - 1
