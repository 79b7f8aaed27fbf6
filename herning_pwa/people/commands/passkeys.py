"""A person's passkeys: adding, naming and removing them, and showing who one is with them.

What a refused answer tried is a row in the log. It is returned, not raised: the question
it answered is used up, so the transaction must go through.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from webauthn.helpers import generate_user_handle

from herning_pwa.activity.commands import record, record_denied
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.fields import as_id, checking
from herning_pwa.i18n import _
from herning_pwa.people import ceremonies
from herning_pwa.people.ceremonies import PasskeyRefused
from herning_pwa.people.commands.access_mail import tell_access_changed
from herning_pwa.people.factors import passkeys_of, require_another_factor
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import (
    PASSKEY_NAME_LIMIT,
    Challenge,
    Method,
    Passkey,
    Person,
    Purpose,
    SignInSession,
)
from herning_pwa.people.second_factor import without_second_factor

PASSKEYS_AT_MOST = 10


def ask_to_sign_in(db: Session) -> dict[str, Any]:
    """A question any of our passkeys may answer."""
    return ceremonies.ask(db, Purpose.SIGN_IN, keys=[])


@without_second_factor
def ask_to_prove(db: Session, actor: Person, *, session_id: UUID) -> dict[str, Any]:
    """A question only the person's own passkeys may answer. Raises NotFound without any."""
    keys = passkeys_of(db, actor)
    if not keys:
        raise NotFound
    return ceremonies.ask(db, Purpose.PROVE, session_id=session_id, keys=keys)


@sensitive
@without_second_factor
def ask_for_new_passkey(db: Session, actor: Person, *, session_id: UUID) -> dict[str, Any]:
    """A question that makes a new passkey on the device that answers it."""
    keys = passkeys_of(db, actor)
    if len(keys) >= PASSKEYS_AT_MOST:
        raise NotAllowed(_("You have as many passkeys as you can have. Remove one first."))
    return ceremonies.ask_for_new(
        db, actor, session_id=session_id, user_handle=_handle_of(db, actor), keys=keys
    )


def _handle_of(db: Session, person: Person) -> bytes:
    """The random name a person's passkeys know them by; says nothing to anybody else."""
    used = select(Passkey.user_handle).where(Passkey.person_id == person.id).limit(1)
    return db.scalar(used) or generate_user_handle()


def sign_in_by_passkey(db: Session, credential: object) -> Person | None:
    """Whose passkey has answered a question to somebody not signed in, or none."""
    try:
        challenge = ceremonies.use_up(db, credential, Purpose.SIGN_IN)
        key = _answered(db, credential, challenge)
    except PasskeyRefused as refused:
        _log_refused(db, None, "session.begun", refused)
        return None
    return key.person


@without_second_factor
def prove_by_passkey(db: Session, actor: Person, *, session_id: UUID, credential: object) -> bool:
    """Whether one of the person's own passkeys has answered, here in this session."""
    try:
        challenge = ceremonies.use_up(db, credential, Purpose.PROVE, session_id=session_id)
        _answered(db, credential, challenge, owner=actor)
    except PasskeyRefused as refused:
        _log_refused(db, actor, "session.proved", refused)
        return False
    _prove(db, actor, session_id)
    return True


def _prove(db: Session, actor: Person, session_id: UUID) -> None:
    session = db.get_one(SignInSession, session_id)
    session.prove(Method.PASSKEY)
    record(db, actor, "session.proved", session)


def _answered(
    db: Session, credential: Any, challenge: Challenge, *, owner: Person | None = None
) -> Passkey:
    key = ceremonies.recognise(db, credential, challenge.purpose)
    if owner is not None and key.person_id != owner.id:
        raise PasskeyRefused("other_person")
    ceremonies.verify(credential, challenge, key)
    return key


def _log_refused(db: Session, person: Person | None, action: str, refused: PasskeyRefused) -> None:
    reason = f"passkey_{refused.why}"
    record_denied(db, person.id if person else None, action, object_id=None, reason=reason)


@sensitive
@without_second_factor
def add_passkey(
    db: Session, actor: Person, *, session_id: UUID, credential: Any, name: str
) -> bool:
    """Keep the new passkey under ``name``. The session is as strong as the passkey from now on,
    since the person has just used it."""
    try:
        challenge = ceremonies.use_up(db, credential, Purpose.REGISTER, session_id=session_id)
        verified = ceremonies.verify_new(db, credential, challenge)
    except PasskeyRefused as refused:
        _log_refused(db, actor, "passkey.added", refused)
        return False
    key = Passkey(
        person_id=actor.id,
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        user_handle=challenge.user_handle,
        sign_count=verified.sign_count,
        name=name[:PASSKEY_NAME_LIMIT],
    )
    db.add(key)
    record(db, actor, "passkey.added", key)
    _prove(db, actor, session_id)
    tell_access_changed(db, actor)
    return True


@without_second_factor
def rename_passkey(db: Session, actor: Person, *, passkey_id: object, name: object) -> None:
    """Call it something its owner knows. Raises NotFound, Invalid."""
    key = _find(db, actor, passkey_id)
    with checking() as check:
        words = check.text(
            f"name-{key.id}",
            name,
            limit=PASSKEY_NAME_LIMIT,
            missing=_("Write a name for the passkey"),
        )
    key.name = words
    record(db, actor, "passkey.renamed", key)


@sensitive
@without_second_factor
def remove_passkey(db: Session, actor: Person, *, passkey_id: object) -> None:
    """It opens nothing from now on. Raises NotFound, and NotAllowed for staff's last factor."""
    key = _find(db, actor, passkey_id)
    require_another_factor(db, actor, but=key)
    key.remove()
    record(db, actor, "passkey.removed", key)
    tell_access_changed(db, actor)


def _find(db: Session, actor: Person, passkey_id: object) -> Passkey:
    wanted = as_id(passkey_id)
    key = next((key for key in passkeys_of(db, actor) if key.id == wanted), None)
    if key is None:
        raise NotFound
    return key
