"""Questions to passkeys, and what their answers prove (WebAuthn level 3, 7.1 and 7.2).

A question is good for five minutes, one answer, one purpose, and one session where there
is one. The answer counts only from our own pages and with the owner shown to the device
by finger, face or code.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import webauthn
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import (
    base64url_to_bytes,
    generate_challenge,
    parse_authentication_credential_json,
    parse_client_data_json,
)
from webauthn.helpers.options_to_json_dict import options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.people.models import CHALLENGE_LIFE, Challenge, Passkey, Person, Purpose

MILLISECONDS = int(CHALLENGE_LIFE / timedelta(milliseconds=1))
REQUIRED = UserVerificationRequirement.REQUIRED


class PasskeyRefused(Exception):
    """The answer proves nothing. ``why`` is for the log; the person gets one kind sentence."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def rp_id() -> str:
    """The name passkeys are bound to: the public address's host. Changing it ends them all."""
    return urlsplit(settings().public_url).hostname or ""


def ask(
    db: Session, purpose: Purpose, *, session_id: UUID | None = None, keys: list[Passkey]
) -> dict[str, Any]:
    """A question for ``navigator.credentials.get``; with no ``keys`` any of ours may answer."""
    challenge = _new_challenge(db, purpose, session_id)
    options = webauthn.generate_authentication_options(
        rp_id=rp_id(),
        challenge=challenge.value,
        timeout=MILLISECONDS,
        allow_credentials=_described(keys),
        user_verification=REQUIRED,
    )
    return options_to_json_dict(options)


def ask_for_new(
    db: Session, person: Person, *, session_id: UUID, user_handle: bytes, keys: list[Passkey]
) -> dict[str, Any]:
    """A question for ``navigator.credentials.create``; ``keys`` are those the person has."""
    challenge = _new_challenge(db, Purpose.REGISTER, session_id)
    challenge.user_handle = user_handle
    options = webauthn.generate_registration_options(
        rp_id=rp_id(),
        rp_name=settings().app_name,
        user_name=person.email,
        user_display_name=person.first_name,
        user_id=user_handle,
        challenge=challenge.value,
        timeout=MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=REQUIRED
        ),
        exclude_credentials=_described(keys),
    )
    return options_to_json_dict(options)


def _described(keys: list[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=key.credential_id) for key in keys]


def _new_challenge(db: Session, purpose: Purpose, session_id: UUID | None) -> Challenge:
    """Old questions are of no use to anybody, and go."""
    db.execute(delete(Challenge).where(Challenge.asked_at < clock.now() - 2 * CHALLENGE_LIFE))
    challenge = Challenge(value=generate_challenge(), purpose=purpose, session_id=session_id)
    db.add(challenge)
    db.flush()
    return challenge


def use_up(
    db: Session, credential: object, purpose: Purpose, *, session_id: UUID | None = None
) -> Challenge:
    """The question this is the first answer to; raises PasskeyRefused. Either way it is used up."""
    challenge: Challenge | None = db.scalar(
        update(Challenge)
        .where(Challenge.value == _challenge_in(credential), Challenge.answered_at.is_(None))
        .values(answered_at=clock.now())
        .returning(Challenge)
    )
    if challenge is None:
        raise PasskeyRefused("challenge")
    if challenge.purpose is not purpose or challenge.session_id != session_id:
        raise PasskeyRefused("other_purpose")
    if clock.now() >= challenge.asked_at + CHALLENGE_LIFE:
        raise PasskeyRefused("too_old")
    return challenge


def _challenge_in(credential: object) -> bytes:
    try:
        data = credential["response"]["clientDataJSON"]  # type: ignore[index]
        return parse_client_data_json(base64url_to_bytes(data)).challenge
    except Exception:  # noqa: BLE001 - the library lets junk through as many kinds of error
        raise PasskeyRefused("junk") from None


def recognise(db: Session, credential: dict[str, Any], purpose: Purpose) -> Passkey:
    """The living passkey that says it answers; raises PasskeyRefused. Proves nothing yet.

    One that signs somebody in must also say whose it is: nobody has given a name.
    """
    try:
        given = parse_authentication_credential_json(credential)
    except Exception:  # noqa: BLE001 - as above
        raise PasskeyRefused("junk") from None
    key = db.scalar(
        select(Passkey)
        .where(Passkey.credential_id == given.raw_id, Passkey.removed_at.is_(None))
        .with_for_update()
    )
    if key is None:
        raise PasskeyRefused("unknown")
    handle = given.response.user_handle
    if handle != key.user_handle and (handle is not None or purpose is Purpose.SIGN_IN):
        raise PasskeyRefused("user_handle")
    return key


def verify(credential: dict[str, Any], challenge: Challenge, key: Passkey) -> None:
    """Hold the answer against the passkey; raises PasskeyRefused.

    The count of its uses must grow, unless the passkey never counts: two that count are copies.
    """
    try:
        verified: VerifiedAuthentication = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge.value,
            expected_rp_id=rp_id(),
            expected_origin=list(settings().allowed_origins),
            credential_public_key=key.public_key,
            credential_current_sign_count=0,  # held against ours below, once it is authentic
            require_user_verification=True,
        )
    except Exception:  # noqa: BLE001 - as above
        raise PasskeyRefused("answer") from None
    if max(verified.new_sign_count, key.sign_count) and verified.new_sign_count <= key.sign_count:
        raise PasskeyRefused("copied")
    key.was_used(verified.new_sign_count)


def verify_new(
    db: Session, credential: dict[str, Any], challenge: Challenge
) -> VerifiedRegistration:
    """What the new passkey says of itself; raises PasskeyRefused, also when it is not new."""
    try:
        verified: VerifiedRegistration = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge.value,
            expected_rp_id=rp_id(),
            expected_origin=list(settings().allowed_origins),
            require_user_verification=True,
        )
    except Exception:  # noqa: BLE001 - as above
        raise PasskeyRefused("answer") from None
    if db.scalar(select(Passkey.id).where(Passkey.credential_id == verified.credential_id)):
        raise PasskeyRefused("known")
    return verified
