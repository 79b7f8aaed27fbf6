"""The server's key pairs: what a phone has sealed can be opened here alone.

One for each quarter of a year, made from the installation's secret. Nothing is stored, and all
processes have the same ones. A key's id tells it from the same quarter's under another secret.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from herning_pwa import clock
from herning_pwa.config import settings

LONGEST_WAY = timedelta(days=400)  # how long a phone may lie in a drawer
CURVE = ec.SECP256R1()
MARK_LENGTH = 8
SEED_BYTES = 48  # 16 more than the order has, so that no number is likelier than another
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_KEY_ID = re.compile(r"([0-9]{4})Q([1-4])-[0-9a-f]{8}")


def current_key_id() -> str:
    """``2026Q4-0f3a9c51``: the key a phone seals to now."""
    year, quarter = divmod(_quarter_of(clock.now()), 4)
    return key_id_in(f"{year}Q{quarter + 1}")


def key_id_in(quarter: str) -> str:
    """The key of the quarter, ``2026Q4``."""
    return f"{quarter}-{_mark_of(quarter)}"


def is_accepted(key_id: str) -> bool:
    """Whether something sealed to this key may still arrive; a quarter ahead for fast clocks."""
    written = _KEY_ID.fullmatch(key_id)
    if written is None:
        return False
    now = clock.now()
    quarter = int(written[1]) * 4 + int(written[2]) - 1
    return _quarter_of(now - LONGEST_WAY) <= quarter <= _quarter_of(now) + 1


def is_ours(key_id: str) -> bool:
    """Whether it was made from this installation's secret; of an accepted one."""
    return key_id == key_id_in(_quarter_in(key_id))


def private_key(key_id: str) -> ec.EllipticCurvePrivateKey:
    return _private_key(settings().secret_key, _quarter_in(key_id))


def public_point(key_id: str) -> bytes:
    """The public key as 65 bytes, uncompressed."""
    return _point(private_key(key_id))


def _point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _mark_of(quarter: str) -> str:
    point = _point(_private_key(settings().secret_key, quarter))
    return hashlib.sha256(point).hexdigest()[:MARK_LENGTH]


def _quarter_in(key_id: str) -> str:
    return key_id.partition("-")[0]


def content_key() -> bytes:
    """With it the server recognises what it has had before, without keeping it."""
    return _derive(settings().secret_key, "sammen-outbox-content", 32)


@lru_cache(maxsize=16)
def _private_key(secret: str, quarter: str) -> ec.EllipticCurvePrivateKey:
    seed = int.from_bytes(_derive(secret, f"sammen-outbox-key|{quarter}", SEED_BYTES))
    return ec.derive_private_key(seed % (_ORDER - 1) + 1, CURVE)


def _derive(secret: str, use: str, length: int) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=use.encode()).derive(secret.encode())


def _quarter_of(moment: datetime) -> int:
    """Quarters since the year 0."""
    return moment.year * 4 + (moment.month - 1) // 3
