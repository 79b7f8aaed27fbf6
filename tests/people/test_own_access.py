"""The settings page: what a person sees of their own access, and a new password."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import Invalid
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands.own_password import choose_password
from herning_pwa.people.commands.proving import prove_by_code, prove_by_password, ways_to_prove
from herning_pwa.people.devices import devices_of, remember_device
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import Method, SignInSession
from herning_pwa.people.passwords import hash_password, verify_password
from herning_pwa.people.queries.own_access import own_access
from herning_pwa.people.sessions import sessions_of
from tests.cast import Cast
from tests.fresh import installation
from tests.people.test_passkeys import added, here, why

OLD, NEW = "rolig sommer ved fjorden", "tre gule cykler om efteråret"


def test_mette_sees_her_own_and_nobody_elses(db: Session, cast: Cast) -> None:
    added(db, cast.mette)
    added(db, cast.anders)
    session_id = here(db, cast.mette)
    seen = own_access(db, cast.mette, session_id=session_id)
    assert [key.name for key in seen.passkeys] == ["Min telefon"]
    assert seen.email == cast.mette.email
    assert [each.is_here for each in seen.sessions].count(True) == 1
    assert {each.id for each in seen.sessions} == {str(s.id) for s in sessions_of(db, cast.mette)}


def test_the_page_tells_sanne_what_to_do_first(db: Session, cast: Cast) -> None:
    limited = here(db, cast.sanne)
    assert own_access(db, cast.sanne, session_id=limited).must_add
    added(db, cast.sanne)
    strong = here(db, cast.sanne, Method.PASSKEY)
    assert not own_access(db, cast.sanne, session_id=strong).must_add


def test_after_ten_minutes_the_page_asks_for_proof(db: Session, cast: Cast) -> None:
    session_id = here(db, cast.mette)
    assert own_access(db, cast.mette, session_id=session_id).is_fresh
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        assert not own_access(db, cast.mette, session_id=session_id).is_fresh


def test_a_new_password_ends_everything_else(db: Session, cast: Cast) -> None:
    cast.mette.password_hash = hash_password(OLD)
    kept, _other = here(db, cast.mette), here(db, cast.mette)
    remember_device(db, cast.mette, "", browser="Chrome, Android")
    choose_password(db, cast.mette, session_id=kept, password=NEW)
    assert verify_password(NEW, cast.mette.password_hash)
    assert not verify_password(OLD, cast.mette.password_hash)
    assert [session.id for session in sessions_of(db, cast.mette)] == [kept]
    assert devices_of(db, cast.mette) == []
    mails = select(Mail).where(Mail.to_address == cast.mette.email)
    assert len(db.scalars(mails).all()) == 1


@pytest.mark.parametrize("password", ["", "kort", "mettemettemette", None, ["a"], "x" * 129])
def test_a_poor_password_changes_nothing(db: Session, cast: Cast, password: object) -> None:
    before, session_id = cast.mette.password_hash, here(db, cast.mette)
    with pytest.raises(Invalid):
        choose_password(db, cast.mette, session_id=session_id, password=password)
    assert cast.mette.password_hash == before


def test_a_new_password_asks_for_a_fresh_sign_in() -> None:
    assert is_sensitive(choose_password)


def test_mettes_password_proves_her_and_a_wrong_one_is_logged(db: Session, cast: Cast) -> None:
    cast.mette.password_hash = hash_password(OLD)
    session_id = here(db, cast.mette)
    session = db.get_one(SignInSession, session_id)
    with time_machine.travel(clock.now() + timedelta(minutes=11), tick=False):
        assert not prove_by_password(db, cast.mette, session_id=session_id, password=NEW)
        assert session.proved_at < clock.now()
        assert prove_by_password(db, cast.mette, session_id=session_id, password=OLD)
        assert session.proved_at == clock.now()
    assert why(db) == [Method.PASSWORD]


def test_sannes_password_alone_proves_nothing_outside_a_demo(db: Session, cast: Cast) -> None:
    cast.sanne.password_hash = hash_password(OLD)
    session_id = here(db, cast.sanne, Method.PASSKEY)
    with installation(HERNING_DEMO="0"):
        assert not ways_to_prove(db, cast.sanne, then="/").by_password
        assert not prove_by_password(db, cast.sanne, session_id=session_id, password=OLD)
    assert prove_by_password(db, cast.sanne, session_id=session_id, password=OLD)


def test_a_code_without_an_app_proves_nothing(db: Session, cast: Cast) -> None:
    session_id = here(db, cast.mette)
    assert not prove_by_code(db, cast.mette, session_id=session_id, code="123456")


def test_the_page_offers_what_the_person_has(db: Session, cast: Cast) -> None:
    before = ways_to_prove(db, cast.mette, then="/maal")
    assert (before.by_passkey, before.by_code, before.by_password) == (False, False, True)
    added(db, cast.mette)
    assert ways_to_prove(db, cast.mette, then="/maal").by_passkey
