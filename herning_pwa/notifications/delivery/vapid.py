"""Who we are to the push services (RFC 8292): one key, made from the installation's own."""

from __future__ import annotations

import base64
from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid

from herning_pwa.config import settings

USE = b"vapid"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256
WIDE = 48  # bytes; so many more than 32 that no key is likelier than another


def vapid() -> Vapid:
    """The key, ready to sign with."""
    return Vapid(_key(settings().secret_key))


def public_key() -> str:
    """What a browser is given when it is asked to let us send to it."""
    point = _key(settings().secret_key).public_key()
    raw = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@lru_cache(maxsize=1)
def _key(secret: str) -> ec.EllipticCurvePrivateKey:
    derived = HKDF(algorithm=SHA256(), length=WIDE, salt=None, info=USE).derive(secret.encode())
    number = int.from_bytes(derived, "big") % (ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())
