"""What a browser gives when it asks for messages. Each part raises Invalid for anything else."""

from __future__ import annotations

import base64
import binascii

from cryptography.hazmat.primitives.asymmetric import ec

from herning_pwa.errors import Invalid
from herning_pwa.i18n import _
from herning_pwa.notifications.delivery.endpoints import is_push_service
from herning_pwa.notifications.models.subscription import ENDPOINT_LIMIT

POINT_LENGTH, SECRET_LENGTH = 65, 16


def endpoint_in(given: object) -> str:
    endpoint = given if isinstance(given, str) else ""
    if len(endpoint) > ENDPOINT_LIMIT or not is_push_service(endpoint):
        raise Invalid({"endpoint": _("This browser cannot get messages from us.")})
    return endpoint


def point_in(given: object) -> bytes:
    """A public key: a point that lies on the curve."""
    point = _bytes_in(given, POINT_LENGTH)
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise _no_key() from None
    return point


def secret_in(given: object) -> bytes:
    """What the browser and its messages are sealed with besides the key."""
    return _bytes_in(given, SECRET_LENGTH)


def _bytes_in(given: object, length: int) -> bytes:
    """So many bytes, written as browsers write them: base64url without padding."""
    text = given if isinstance(given, str) and len(given) <= 2 * length else ""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise _no_key() from None
    if len(raw) != length:
        raise _no_key()
    return raw


def _no_key() -> Invalid:
    return Invalid({"keys": _("This browser cannot get messages from us.")})
