"""An entry as it arrives, still sealed. Nothing of it is trusted."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import TypeGuard
from uuid import UUID

POINT_BYTES, IV_BYTES = 65, 12
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Unreadable(Exception):
    """Not an entry, or not one that was sealed to us as it now stands. It never will be."""


@dataclass(frozen=True)
class Sealed:
    """``key`` names which of our keys it was sealed to."""

    id: UUID
    schema: int
    person: UUID
    key: str
    ephemeral: bytes
    iv: bytes
    sealed: bytes

    @property
    def fingerprint(self) -> str:
        """Of this envelope and no other; the phone names it so when it signs out (seal.js)."""
        envelope = self.ephemeral + self.iv + self.sealed
        return urlsafe_b64encode(hashlib.sha256(envelope).digest()).decode().rstrip("=")


def read_sealed(row: object) -> Sealed:
    """The entry in what was sent; raises Unreadable for anything that is not shaped like one."""
    if not isinstance(row, dict):
        raise Unreadable
    schema, key = row.get("schema"), row.get("key")
    if type(schema) is not int or not isinstance(key, str):
        raise Unreadable
    entry = Sealed(
        id=_id(row.get("id")),
        schema=schema,
        person=_id(row.get("person")),
        key=key,
        ephemeral=_bytes(row.get("ephemeral")),
        iv=_bytes(row.get("iv")),
        sealed=_bytes(row.get("sealed")),
    )
    if len(entry.ephemeral) != POINT_BYTES or len(entry.iv) != IV_BYTES:
        raise Unreadable
    return entry


def is_id(value: object) -> TypeGuard[str]:
    """Whether it is written as phones write them."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _id(value: object) -> UUID:
    if not is_id(value):
        raise Unreadable
    return UUID(value)


def _bytes(value: object) -> bytes:
    """base64url without padding."""
    if not isinstance(value, str) or not value.isascii() or "=" in value:
        raise Unreadable
    try:
        return b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise Unreadable from None
