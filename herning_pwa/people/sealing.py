"""Secrets that must be read again are sealed at rest with a key made from the installation's."""

from __future__ import annotations

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from herning_pwa.config import settings

KEY_BYTES = 32
NONCE_BYTES = 12


def _cipher(use: str) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=use.encode())
    return AESGCM(derive.derive(settings().secret_key.encode()))


def seal(text: str, *, use: str, owner_id: UUID) -> bytes:
    """``text``, readable again only for the same use and the same owner."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _cipher(use).encrypt(nonce, text.encode(), owner_id.bytes)


def unseal(sealed: bytes, *, use: str, owner_id: UUID) -> str | None:
    """What was sealed; none when it was for another use, owner or installation's key."""
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return _cipher(use).decrypt(nonce, rest, owner_id.bytes).decode()
    except InvalidTag:
        return None
