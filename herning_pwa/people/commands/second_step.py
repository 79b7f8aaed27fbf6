"""The second step of signing in: a code by mail, or from the person's authenticator app."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record, record_denied
from herning_pwa.config import settings
from herning_pwa.errors import Conflict
from herning_pwa.fields import plain
from herning_pwa.i18n import _
from herning_pwa.notifications.commands import write_mail
from herning_pwa.people.commands.identities import has_identity
from herning_pwa.people.factors import check_authenticator, has_authenticator, has_strong_factor
from herning_pwa.people.models import SECOND_STEP_LIFE, CodeFrom, Method, Person, SecondStep
from herning_pwa.people.passwords import hash_secret, new_secret
from herning_pwa.people.sealing import seal, unseal

CODE_LENGTH = 6
SEALED_FOR = "second_step"
MINUTES = int(SECOND_STEP_LIFE.total_seconds() // 60)


class Refusal(StrEnum):
    """Why a code did not sign anybody in."""

    WRONG = "wrong"
    OVER = "over"  # used, tried too often, too old, or never there


@dataclass(frozen=True)
class Shown:
    """The code was right: who it is, how they showed it, and where they were going."""

    person: Person
    method: Method
    then: str


class PasswordNotEnough(Conflict):
    """Staff who have a stronger way in, and no code to show, must use that way.

    Otherwise password and mailbox together would be worth as much as the stronger way.
    """

    def __init__(self) -> None:
        super().__init__(
            _("Sign in with your passkey or MitID. Your password alone is not enough.")
        )


def begin_second_step(db: Session, person: Person, *, then: str) -> str:
    """Ask for a code after a right password; gives the secret for this browser's cookie.

    ``then`` is where signing in leads. What is left of the person's older ones goes, since
    it may hold an invitation's link. Raises PasswordNotEnough.
    """
    too_old = SecondStep.begun_at < clock.now() - SECOND_STEP_LIFE
    db.execute(delete(SecondStep).where(SecondStep.person_id == person.id, too_old))
    secret = new_secret()
    step = SecondStep(
        secret_hash=hash_secret(secret),
        person_id=person.id,
        code_from=_code_comes_from(db, person),
        sealed_then=seal(then, use=SEALED_FOR, owner_id=person.id),
    )
    step.person = person
    db.add(step)
    db.flush()
    if step.code_from is CodeFrom.MAIL:
        _mail_code(db, step)
    record(db, person, "second_step.begun", step)
    return secret


def _code_comes_from(db: Session, person: Person) -> CodeFrom:
    if has_authenticator(db, person):
        return CodeFrom.AUTHENTICATOR
    if person.staff is not None and (has_strong_factor(db, person) or has_identity(db, person)):
        raise PasswordNotEnough
    return CodeFrom.MAIL


def mail_code_again(db: Session, secret_hash: str) -> bool:
    """A new code by mail instead of the last one; False when there can be no more."""
    step = find_second_step(db, secret_hash, lock=True)
    if step is None or not step.may_mail_again:
        return False
    _mail_code(db, step)
    record(db, step.person, "second_step.mailed_again", step)
    return True


def show_code(db: Session, secret_hash: str, *, code: object) -> Shown | Refusal:
    """Try ``code`` on the step this browser has begun. A right one is used up, once for all."""
    step = find_second_step(db, secret_hash, lock=True)
    if step is None or not step.is_open:
        return Refusal.OVER
    if not _fits(db, step, code):
        step.was_wrong()
        record_denied(
            db, step.person_id, "second_step.shown", object_id=step.id, reason=Refusal.WRONG
        )
        return Refusal.WRONG if step.is_open else Refusal.OVER
    step.end()
    record(db, step.person, "second_step.shown", step)
    by_mail = step.code_from is CodeFrom.MAIL
    return Shown(
        step.person,
        Method.PASSWORD_AND_MAIL if by_mail else Method.PASSWORD_AND_TOTP,
        unseal(step.sealed_then, use=SEALED_FOR, owner_id=step.person_id) or "",
    )


def leave_second_step(db: Session, secret_hash: str) -> None:
    """This browser starts over. Leaving twice, or leaving nothing, is fine."""
    step = find_second_step(db, secret_hash, lock=True)
    if step is not None and step.is_open:
        step.end()


def leave_second_steps_of(db: Session, person: Person) -> None:
    """Nobody who gave the person's password until now can go on with it."""
    open_steps = select(SecondStep).where(
        SecondStep.person_id == person.id, SecondStep.ended_at.is_(None)
    )
    for step in db.scalars(open_steps):
        step.end()


def find_second_step(db: Session, secret_hash: str, *, lock: bool = False) -> SecondStep | None:
    """What this browser has begun; ``lock`` lets one code at a time be looked at."""
    statement = select(SecondStep).where(SecondStep.secret_hash == secret_hash)
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    return db.scalar(statement)


def _fits(db: Session, step: SecondStep, code: object) -> bool:
    digits = "".join(c for c in plain(code) if not c.isspace())
    if step.code_from is CodeFrom.AUTHENTICATOR:
        return check_authenticator(db, step.person, digits)
    return hmac.compare_digest(step.code_hash, _hash_code(step, digits))


def _hash_code(step: SecondStep, digits: str) -> str:
    """Bound to its step: a code fits no other."""
    return hash_secret(f"{step.secret_hash}:{digits}")


def _mail_code(db: Session, step: SecondStep) -> None:
    digits = f"{secrets.randbelow(10**CODE_LENGTH):0{CODE_LENGTH}}"
    step.expect(_hash_code(step, digits))
    write_mail(
        db,
        address=step.person.email,
        subject=_("Your code for {app}").format(app=settings().app_name),
        body=_(
            "Your code is {code}\n\n"
            "Write it where you are signing in. It works once, within {n} minutes.\n\n"
            "Are you not signing in just now? Then somebody else may know your password. "
            "Tell nobody the code. Call {municipality} on {phone}."
        ).format(
            code=digits,
            n=MINUTES,
            municipality=settings().municipality,
            phone=settings().municipality_phone,
        ),
    )
