"""What a person can show besides a password: passkeys and an authenticator app."""

from __future__ import annotations

from pyotp import TOTP
from pyotp.exceptions import OTPVerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import NotAllowed
from herning_pwa.fields import plain
from herning_pwa.i18n import _
from herning_pwa.people.models import Authenticator, Passkey, Person
from herning_pwa.people.sealing import unseal

SEALED_FOR = "authenticator"
CODE_LENGTH = 6
STEPS_OFF = 1  # a phone's clock may be half a minute wrong, either way (RFC 6238, 5.2)


def passkeys_of(db: Session, person: Person) -> list[Passkey]:
    """The person's passkeys that open something, the first added first."""
    living = select(Passkey).where(Passkey.person_id == person.id, Passkey.removed_at.is_(None))
    return list(db.scalars(living.order_by(Passkey.added_at, Passkey.id)))


def has_authenticator(db: Session, person: Person) -> bool:
    """Whether the person's authenticator app has been shown to work."""
    row = find_authenticator(db, person)
    return row is not None and row.confirmed_at is not None


def has_strong_factor(db: Session, person: Person) -> bool:
    """Whether the person can sign in with more than what they know."""
    return bool(passkeys_of(db, person)) or has_authenticator(db, person)


def require_another_factor(db: Session, person: Person, *, but: Passkey | Authenticator) -> None:
    """Raise NotAllowed when ``but`` is all that staff have besides their password.

    The person's row is locked first: two factors cannot be taken away at the same moment.
    """
    db.execute(select(Person.id).where(Person.id == person.id).with_for_update())
    app = find_authenticator(db, person)
    confirmed = [app] if app is not None and app.confirmed_at is not None else []
    others = {factor.id for factor in (*passkeys_of(db, person), *confirmed)} - {but.id}
    if person.staff is not None and not others:
        raise NotAllowed(_("You need one of these to work here. Add another before you remove it."))


def find_authenticator(db: Session, person: Person) -> Authenticator | None:
    """The person's app, confirmed or just begun."""
    return db.scalar(select(Authenticator).where(Authenticator.person_id == person.id))


def check_authenticator(db: Session, person: Person, code: object) -> bool:
    """Whether ``code`` is what the person's app shows now. Each code is right only once."""
    row = find_authenticator(db, person)
    return row is not None and row.confirmed_at is not None and use_code(db, row, code)


def use_code(db: Session, row: Authenticator, code: object) -> bool:
    """Use up the half minute ``code`` stands for; spaces are fine."""
    step = _step_of(row, code)
    if step is None:
        return False
    used = db.execute(
        update(Authenticator)
        .where(Authenticator.id == row.id, Authenticator.last_step < step)
        .values(last_step=step, last_used_at=clock.now())
        .returning(Authenticator.id)
    )
    return used.first() is not None


def _step_of(row: Authenticator, code: object) -> int | None:
    """The half minute the code belongs to, if it belongs to one of the few that count now."""
    digits = "".join(plain(code).split()).replace("-", "")
    secret = unseal(row.sealed_secret, use=SEALED_FOR, owner_id=row.person_id)
    if secret is None or len(digits) != CODE_LENGTH or not (digits.isascii() and digits.isdigit()):
        return None
    try:
        return TOTP(secret).verify_and_get_timecode(
            digits, for_time=clock.now(), valid_window=STEPS_OFF
        )
    except OTPVerificationError:
        return None
