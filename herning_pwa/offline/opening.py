"""Opening what a phone has sealed. Nothing of it is trusted, and nothing of it is logged."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from herning_pwa.fields import LONGEST_TEXT
from herning_pwa.offline.envelope import Sealed, Unreadable
from herning_pwa.offline.keys import (
    CURVE,
    content_key,
    is_accepted,
    is_ours,
    private_key,
    public_point,
)

USE = b"sammen-outbox"
KEY_BYTES = 32
UNCOMPRESSED = 4
NAME_LIMIT, FORM_LIMIT, FIELDS_AT_MOST = 60, 120, 40
YEARS = range(2000, 2200)


class KeyNotKnown(Exception):
    """It was sealed to another secret's key. With the right one here again it will open."""


class FromLater(Exception):
    """A later version of this app than ours wrote it. When that one is back it is read."""


@dataclass(frozen=True)
class Entry:
    """What somebody wrote: a form's fields, and when by the phone's own clock.

    ``form`` is the kept form that has now been sent, if there is one; ``fingerprint`` that of the
    envelope it came in.
    """

    id: UUID
    person_id: UUID
    kind: str
    written_at: datetime | None
    fields: dict[str, str]
    form: str
    fingerprint: str

    @property
    def content_hash(self) -> str:
        """The same for the same words, however they were sealed; says nothing about them."""
        content = json.dumps([self.kind, self.fields], sort_keys=True).encode()
        return hmac.new(content_key(), content, "sha256").hexdigest()


def open_sealed(entry: Sealed) -> Entry:
    """What is in it; raises Unreadable when it was changed or is too old, KeyNotKnown and
    FromLater."""
    if not is_accepted(entry.key):
        raise Unreadable
    if not is_ours(entry.key):
        raise KeyNotKnown
    if entry.schema > max(READERS):
        raise FromLater
    read = READERS.get(entry.schema)
    if read is None:
        raise Unreadable
    about = f"sammen-outbox|{entry.schema}|{entry.id}|{entry.person}".encode()
    try:
        plaintext = AESGCM(_shared_key(entry)).decrypt(entry.iv, entry.sealed, about)
        return read(entry, json.loads(plaintext))
    except (InvalidTag, ValueError, RecursionError):
        raise Unreadable from None


def _shared_key(entry: Sealed) -> bytes:
    """Raises ValueError for a point that is not on the curve."""
    if entry.ephemeral[0] != UNCOMPRESSED:
        raise Unreadable
    phone = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, entry.ephemeral)
    shared = private_key(entry.key).exchange(ec.ECDH(), phone)
    salt = entry.ephemeral + public_point(entry.key)
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=USE).derive(shared)


def _read_first(entry: Sealed, said: Any) -> Entry:
    """Schema 1."""
    if not isinstance(said, dict):
        raise Unreadable
    kind, form = said.get("kind"), said.get("form", "")
    if not isinstance(kind, str) or not isinstance(form, str) or len(form) > FORM_LIMIT:
        raise Unreadable
    return Entry(
        entry.id,
        entry.person,
        kind,
        _moment(said.get("written_at")),
        _fields(said.get("fields")),
        form,
        entry.fingerprint,
    )


READERS: dict[int, Callable[[Sealed, Any], Entry]] = {1: _read_first}
"""Every shape a phone may still have in its outbox. A new one is added, an old one stays for as
long as a phone may lie in a drawer."""


def _fields(fields: object) -> dict[str, str]:
    if not isinstance(fields, dict) or len(fields) > FIELDS_AT_MOST:
        raise Unreadable
    for name, text in fields.items():
        if not isinstance(text, str) or len(name) > NAME_LIMIT or len(text) > LONGEST_TEXT:
            raise Unreadable
    return {name: _whole(text) for name, text in fields.items()}


def _whole(text: str) -> str:
    """A field may have cut a sign in two at its last letter: half of one cannot be sent on."""
    return text.encode(errors="replace").decode()


def _moment(written: object) -> datetime | None:
    """By the phone's clock, which may be wrong; none when it shows no moment of our time."""
    if not isinstance(written, str):
        raise Unreadable
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise Unreadable
    return moment.astimezone(UTC) if moment.year in YEARS else None
