"""After a right password on a new browser: one code, once, for this browser alone."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
import time_machine
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.config import settings
from herning_pwa.db import transaction
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands import (
    PasswordNotEnough,
    Refusal,
    Shown,
    begin_second_step,
    mail_code_again,
    show_code,
    shut_out,
)
from herning_pwa.people.commands.second_step import SEALED_FOR
from herning_pwa.people.factors import SEALED_FOR as SEALED_FOR_THE_APP
from herning_pwa.people.models import (
    MAILS_AT_MOST,
    SECOND_STEP_LIFE,
    TRIES_AT_MOST,
    Authenticator,
    LinkedIdentity,
    Method,
    Passkey,
    Person,
    SecondStep,
)
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sealing import seal, unseal
from tests.cast import Cast, assemble
from tests.fresh import fresh_database, installation
from tests.people.codes import codes_for

HERE = "/invitation?kode=hemmelig"


def begun(db: Session, person: Person, then: str = "/") -> str:
    """The hash of the browser's secret for a step that has just begun."""
    return hash_secret(begin_second_step(db, person, then=then))


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


def code_of(db: Session, person: Person) -> str:
    return codes_for(db, person.email)[0]


@pytest.fixture
def sannes_app(db: Session, cast: Cast) -> Iterator[pyotp.TOTP]:
    """Sanne's authenticator app, confirmed; time stands still."""
    secret = pyotp.random_base32()
    sealed = seal(secret, use=SEALED_FOR_THE_APP, owner_id=cast.sanne.id)
    db.add(Authenticator(person_id=cast.sanne.id, sealed_secret=sealed, confirmed_at=clock.now()))
    db.flush()
    with time_machine.travel(clock.now(), tick=False):
        yield pyotp.TOTP(secret)


def test_the_mailed_code_shows_who_it_is_and_leads_on(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette, then=HERE)
    assert show_code(db, step, code=code_of(db, cast.mette)) == Shown(
        cast.mette, Method.PASSWORD_AND_MAIL, HERE
    )


@pytest.mark.parametrize("written", ["{0} {1}", " {0}{1}\n", "{0}\u00a0{1}", "{0}\u2009{1}\t"])
def test_blanks_in_a_code_do_no_harm(db: Session, cast: Cast, written: str) -> None:
    step = begun(db, cast.mette)
    code = code_of(db, cast.mette)
    assert isinstance(show_code(db, step, code=written.format(code[:3], code[3:])), Shown)


@pytest.mark.parametrize("nonsense", ["", "12345", "x" * 5000, "\x00", "１２３４５６", None, 1, []])
def test_what_is_no_code_is_a_wrong_one(db: Session, cast: Cast, nonsense: object) -> None:
    assert show_code(db, begun(db, cast.mette), code=nonsense) is Refusal.WRONG


def test_a_code_works_once(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    code = code_of(db, cast.mette)
    assert isinstance(show_code(db, step, code=code), Shown)
    assert show_code(db, step, code=code) is Refusal.OVER


def test_a_code_is_too_old_after_ten_minutes(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    with time_machine.travel(clock.now() + SECOND_STEP_LIFE, tick=False):
        assert show_code(db, step, code=code_of(db, cast.mette)) is Refusal.OVER


def test_a_code_is_right_until_then(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    later = clock.now() + SECOND_STEP_LIFE - timedelta(seconds=5)
    with time_machine.travel(later, tick=False):
        assert isinstance(show_code(db, step, code=code_of(db, cast.mette)), Shown)


def test_the_sixth_try_is_not_looked_at(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    code = code_of(db, cast.mette)
    answers = [show_code(db, step, code=wrong(code)) for _n in range(TRIES_AT_MOST)]
    assert answers == [Refusal.WRONG] * 4 + [Refusal.OVER]
    assert show_code(db, step, code=code) is Refusal.OVER


def test_wrong_codes_are_in_the_log(db: Session, cast: Cast) -> None:
    show_code(db, begun(db, cast.mette), code="")
    denied = db.scalars(select(Activity).where(Activity.outcome == Outcome.DENIED)).one()
    assert (denied.actor_id, denied.action) == (cast.mette.id, "second_step.shown")


def test_another_persons_code_fits_nothing(db: Session, cast: Cast) -> None:
    mettes, fatimas = begun(db, cast.mette), begun(db, cast.fatima)
    assert show_code(db, fatimas, code=code_of(db, cast.mette)) is Refusal.WRONG
    assert isinstance(show_code(db, mettes, code=code_of(db, cast.mette)), Shown)


def test_a_code_for_one_browser_fits_no_other(db: Session, cast: Cast) -> None:
    """Whoever else gave Mette's password cannot use the code that she asked for."""
    thiefs, mettes = begun(db, cast.mette), begun(db, cast.mette)
    assert show_code(db, thiefs, code=code_of(db, cast.mette)) is Refusal.WRONG
    assert isinstance(show_code(db, mettes, code=code_of(db, cast.mette)), Shown)


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("secret", ["", "x", "é" * 300])
def test_a_browser_without_a_right_password_has_nothing_to_try(db: Session, secret: str) -> None:
    assert show_code(db, secret, code="123456") is Refusal.OVER


def test_a_new_mail_is_a_new_code_and_no_new_tries(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    first = code_of(db, cast.mette)
    for _n in range(TRIES_AT_MOST - 1):
        show_code(db, step, code=wrong(first))
    assert mail_code_again(db, step)
    newest = code_of(db, cast.mette)
    if first != newest:  # one in a million
        assert show_code(db, step, code=first) is Refusal.OVER
    assert show_code(db, step, code=newest) is Refusal.OVER


def test_the_newest_code_is_the_right_one(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    assert mail_code_again(db, step)
    assert isinstance(show_code(db, step, code=code_of(db, cast.mette)), Shown)


def test_no_more_than_three_mails_go_out(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    assert [mail_code_again(db, step) for _n in range(MAILS_AT_MOST)] == [True, True, False]
    assert len(codes_for(db, cast.mette.email)) == MAILS_AT_MOST


def test_the_mail_names_no_child_and_no_circle(db: Session, cast: Cast) -> None:
    begun(db, cast.mette)
    mail = db.scalars(select(Mail)).one()
    text = mail.subject + mail.body
    assert not [word for word in ("Emil", "Freja", "Mette", "Kreds") if word in text]


def test_neither_code_nor_secret_nor_destination_is_in_the_row(db: Session, cast: Cast) -> None:
    secret = begin_second_step(db, cast.mette, then=HERE)
    row = db.scalars(select(SecondStep)).one()
    kept = " ".join(map(str, (row.secret_hash, row.code_hash, row.sealed_then)))
    assert not [word for word in (secret, code_of(db, cast.mette), HERE) if word in kept]
    assert unseal(row.sealed_then, use=SEALED_FOR, owner_id=cast.mette.id) == HERE


def test_older_steps_are_gone_when_a_new_one_begins(db: Session, cast: Cast) -> None:
    begun(db, cast.mette, then=HERE)
    others = begun(db, cast.fatima)
    with time_machine.travel(clock.now() + SECOND_STEP_LIFE * 2, tick=False):
        newest = begun(db, cast.mette)
    assert set(db.scalars(select(SecondStep.secret_hash))) == {others, newest}


def test_sanne_shows_the_code_from_her_app(db: Session, cast: Cast, sannes_app: pyotp.TOTP) -> None:
    step = begun(db, cast.sanne)
    assert codes_for(db, cast.sanne.email) == []
    code = sannes_app.at(clock.now())
    shown = show_code(db, step, code=f"{code[:3]} {code[3:]}")
    assert shown == Shown(cast.sanne, Method.PASSWORD_AND_TOTP, "/")
    assert show_code(db, begun(db, cast.sanne), code=code) is Refusal.WRONG, "used once already"


@pytest.mark.usefixtures("sannes_app")
def test_sanne_with_an_app_cannot_have_a_mail_instead(db: Session, cast: Cast) -> None:
    step = begun(db, cast.sanne)
    assert not mail_code_again(db, step)
    assert show_code(db, step, code="") is Refusal.WRONG


def test_sanne_without_any_factor_is_mailed_one_code(db: Session, cast: Cast) -> None:
    step = begun(db, cast.sanne)
    shown = show_code(db, step, code=code_of(db, cast.sanne))
    assert isinstance(shown, Shown)
    assert not shown.method.is_enough_for_staff


def test_sanne_with_only_a_passkey_must_use_it(db: Session, cast: Cast) -> None:
    db.add(
        Passkey(
            person_id=cast.sanne.id,
            credential_id=b"1",
            public_key=b"2",
            user_handle=b"3",
            sign_count=0,
            name="Sannes telefon",
        )
    )
    db.flush()
    with pytest.raises(PasswordNotEnough):
        begin_second_step(db, cast.sanne, then="/")
    assert codes_for(db, cast.sanne.email) == []


def test_sanne_with_only_mitid_must_use_it(db: Session, cast: Cast) -> None:
    with installation(HERNING_FAKE_OIDC="1"):
        provider = settings().identity_provider
        assert provider
        db.add(LinkedIdentity(person_id=cast.sanne.id, issuer=provider.issuer, subject="1"))
        db.flush()
        with pytest.raises(PasswordNotEnough):
            begin_second_step(db, cast.sanne, then="/")


def test_shutting_somebody_out_ends_what_they_had_begun(db: Session, cast: Cast) -> None:
    step = begun(db, cast.mette)
    shut_out(db, cast.mette)
    assert show_code(db, step, code=code_of(db, cast.mette)) is Refusal.OVER


def test_twenty_right_codes_at_once_show_it_once(engine: Engine, tmp_path: Path) -> None:
    with fresh_database(engine, tmp_path) as url, installation(HERNING_DATABASE_URL=url):
        with transaction() as db:
            step = begun(db, assemble(db).mette)
            code = codes_for(db, "mette@familie.example")[0]

        def show(_n: int) -> bool:
            with transaction() as own:
                return isinstance(show_code(own, step, code=code), Shown)

        with ThreadPoolExecutor(20) as crowd:
            assert sum(crowd.map(show, range(20))) == 1
