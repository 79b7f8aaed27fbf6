"""The codes of an authenticator app: which are right, when, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from pyotp import TOTP
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands.authenticators import (
    begin_authenticator,
    confirm_authenticator,
    remove_authenticator,
    stop_authenticator,
)
from herning_pwa.people.factors import (
    SEALED_FOR,
    check_authenticator,
    find_authenticator,
    has_authenticator,
    has_strong_factor,
)
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import Authenticator, Method, Person, SignInSession
from herning_pwa.people.queries.own_access import own_access
from herning_pwa.people.sealing import seal, unseal
from tests.cast import Cast
from tests.fresh import installation
from tests.people.test_passkeys import added, here

NOON = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)
HALF_A_MINUTE = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def secret_of(db: Session, person: Person) -> str:
    row = find_authenticator(db, person)
    assert row is not None
    return unseal(row.sealed_secret, use=SEALED_FOR, owner_id=person.id) or ""


def set_up(db: Session, person: Person) -> TOTP:
    """The person's app, confirmed two minutes ago."""
    begin_authenticator(db, person)
    app = TOTP(secret_of(db, person))
    session_id = here(db, person)
    with time_machine.travel(NOON - 4 * HALF_A_MINUTE, tick=False) as then:
        code = app.at(NOON - 4 * HALF_A_MINUTE)
        assert then is not None
        confirm_authenticator(db, person, session_id=session_id, code=code)
    return app


def test_the_code_of_this_half_minute_is_right(db: Session, cast: Cast) -> None:
    app = set_up(db, cast.mette)
    assert check_authenticator(db, cast.mette, app.at(NOON))


@pytest.mark.parametrize(
    "typed", [lambda c: f" {c[:3]} {c[3:]} ", lambda c: f"{c[:3]}-{c[3:]}", "\t".join]
)
def test_spaces_do_not_matter(db: Session, cast: Cast, typed: Callable[[str], str]) -> None:
    app = set_up(db, cast.mette)
    assert check_authenticator(db, cast.mette, typed(app.at(NOON)))


def test_a_code_is_right_once(db: Session, cast: Cast) -> None:
    app = set_up(db, cast.mette)
    assert check_authenticator(db, cast.mette, app.at(NOON))
    assert not check_authenticator(db, cast.mette, app.at(NOON))


def test_after_a_newer_code_an_older_one_is_over(db: Session, cast: Cast) -> None:
    app = set_up(db, cast.mette)
    assert check_authenticator(db, cast.mette, app.at(NOON + HALF_A_MINUTE))
    assert not check_authenticator(db, cast.mette, app.at(NOON))


@pytest.mark.parametrize(("steps", "is_right"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_the_phones_clock_may_be_half_a_minute_off(
    db: Session, cast: Cast, steps: int, is_right: bool
) -> None:
    app = set_up(db, cast.mette)
    code = app.at(NOON + steps * HALF_A_MINUTE)
    assert check_authenticator(db, cast.mette, code) is is_right


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", None, 123456, ["1"], "\ud800" * 6]
)
def test_anything_else_is_wrong(db: Session, cast: Cast, code: Any) -> None:
    set_up(db, cast.mette)
    assert not check_authenticator(db, cast.mette, code)


def test_fatimas_code_is_not_mettes(db: Session, cast: Cast) -> None:
    set_up(db, cast.mette)
    hers = set_up(db, cast.fatima)
    assert not check_authenticator(db, cast.mette, hers.at(NOON))
    assert not check_authenticator(db, cast.anders, hers.at(NOON))


def test_an_app_that_was_only_begun_counts_for_nothing(db: Session, cast: Cast) -> None:
    begin_authenticator(db, cast.mette)
    app = TOTP(secret_of(db, cast.mette))
    assert not has_authenticator(db, cast.mette)
    assert not check_authenticator(db, cast.mette, app.at(NOON))
    with pytest.raises(Invalid):
        confirm_authenticator(
            db, cast.mette, session_id=here(db, cast.mette), code=app.at(NOON + timedelta(hours=1))
        )
    assert not has_strong_factor(db, cast.mette)


def test_the_code_that_confirmed_is_used_up(db: Session, cast: Cast) -> None:
    begin_authenticator(db, cast.mette)
    code = TOTP(secret_of(db, cast.mette)).at(NOON)
    confirm_authenticator(db, cast.mette, session_id=here(db, cast.mette), code=code)
    assert not check_authenticator(db, cast.mette, code)


def test_the_secret_is_sealed_to_its_owner(db: Session, cast: Cast) -> None:
    begin_authenticator(db, cast.mette)
    secret, row = secret_of(db, cast.mette), find_authenticator(db, cast.mette)
    assert row is not None
    assert secret.encode() not in row.sealed_secret
    assert unseal(row.sealed_secret, use=SEALED_FOR, owner_id=cast.fatima.id) is None
    assert unseal(row.sealed_secret, use="other", owner_id=cast.mette.id) is None
    with installation(HERNING_SECRET_KEY="another-installation-altogether-for-this"):
        assert unseal(row.sealed_secret, use=SEALED_FOR, owner_id=cast.mette.id) is None
    again = seal(secret, use=SEALED_FOR, owner_id=cast.mette.id)
    assert again != row.sealed_secret


def test_the_secret_is_shown_only_while_it_is_set_up_and_fresh(
    db: Session, cast: Cast, noon: time_machine.Traveller
) -> None:
    session_id = here(db, cast.mette)
    begin_authenticator(db, cast.mette)
    secret = secret_of(db, cast.mette)
    shown = own_access(db, cast.mette, session_id=session_id).authenticator
    assert shown.secret.replace(" ", "") == secret
    assert shown.qr.startswith("data:image/svg+xml")
    noon.shift(timedelta(minutes=11))
    later = own_access(db, cast.mette, session_id=session_id).authenticator
    assert (later.secret, later.qr, later.address) == ("", "", "")


def test_one_app_at_a_time(db: Session, cast: Cast) -> None:
    begin_authenticator(db, cast.mette)
    first = secret_of(db, cast.mette)
    begin_authenticator(db, cast.mette)
    assert secret_of(db, cast.mette) != first
    stop_authenticator(db, cast.mette)
    assert find_authenticator(db, cast.mette) is None
    set_up(db, cast.mette)
    with pytest.raises(Conflict):
        begin_authenticator(db, cast.mette)
    with pytest.raises(NotFound):
        stop_authenticator(db, cast.mette)


def test_removing_it_leaves_no_secret_behind(db: Session, cast: Cast) -> None:
    app = set_up(db, cast.mette)
    remove_authenticator(db, cast.mette)
    db.flush()
    assert db.scalars(select(Authenticator)).all() == []
    assert not check_authenticator(db, cast.mette, app.at(NOON))
    with pytest.raises(NotFound):
        remove_authenticator(db, cast.mette)


def test_sanne_keeps_the_app_until_she_has_a_passkey(db: Session, cast: Cast) -> None:
    set_up(db, cast.sanne)
    with pytest.raises(NotAllowed):
        remove_authenticator(db, cast.sanne)
    added(db, cast.sanne)
    remove_authenticator(db, cast.sanne)
    assert has_strong_factor(db, cast.sanne)


def test_confirming_lets_sanne_in(db: Session, cast: Cast) -> None:
    session_id = here(db, cast.sanne)
    begin_authenticator(db, cast.sanne)
    code = TOTP(secret_of(db, cast.sanne)).at(NOON)
    session = db.get_one(SignInSession, session_id)
    assert session.is_limited
    confirm_authenticator(db, cast.sanne, session_id=session_id, code=code)
    assert (session.is_limited, session.method) == (False, Method.PASSWORD_AND_TOTP)


def test_each_change_is_one_mail(db: Session, cast: Cast) -> None:
    mails = select(Mail).where(Mail.to_address == cast.mette.email)
    begin_authenticator(db, cast.mette)
    assert db.scalars(mails).all() == []
    set_up(db, cast.mette)
    assert len(db.scalars(mails).all()) == 1
    remove_authenticator(db, cast.mette)
    assert len(db.scalars(mails).all()) == 2


@pytest.mark.parametrize(
    "command", [begin_authenticator, confirm_authenticator, remove_authenticator]
)
def test_changes_ask_for_a_fresh_sign_in(command: Any) -> None:
    assert is_sensitive(command)
