"""Codes the fake provider has given out, and the id tokens they turn into."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from herning_pwa import clock
from herning_pwa.identity_provider import IdentityProvider

LIFE_SECONDS = 300
KEY_BITS = 2048


class Fault(StrEnum):
    """What the provider does wrong when a test asks for it."""

    NONE = ""
    NONCE = "nonce"
    NO_NONCE = "no_nonce"
    AUDIENCE = "audience"
    SHARED_AUDIENCE = "shared_audience"
    OTHER_PARTY = "other_party"
    ISSUER = "issuer"
    EXPIRED = "expired"
    FUTURE = "future"
    LOWERED = "lowered"
    NO_LEVEL = "no_level"
    LEVEL_IN_A_LIST = "level_in_a_list"
    NO_SUBJECT = "no_subject"
    SIGNATURE = "signature"
    UNSIGNED = "unsigned"
    SHARED_SECRET = "shared_secret"  # noqa: S105
    OLD_CODE = "old_code"
    OLD_SHOWING = "old_showing"
    NO_SHOWING = "no_showing"
    NO_TOKEN = "no_token"  # noqa: S105
    DOWN = "down"
    ENDLESS = "endless"


@dataclass(frozen=True)
class Grant:
    """What one code stands for."""

    challenge: str
    nonce: str
    subject: str
    level: str
    fault: Fault


@lru_cache(maxsize=2)
def signing_key(_name: str = "own") -> RSAKey:
    """A key made at the start, and one that is nobody's."""
    return RSAKey.generate_key(KEY_BITS, auto_kid=True)


_grants: dict[str, Grant] = {}


def give_code(grant: Grant) -> str:
    """A code that can be exchanged once."""
    code = secrets.token_urlsafe()
    if grant.fault is not Fault.OLD_CODE:
        _grants[code] = grant
    return code


def take_grant(code: str, verifier: str) -> Grant | None:
    """What the code stands for, once, and only for whoever began."""
    grant = _grants.pop(code, None)
    if grant is None or create_s256_code_challenge(verifier) != grant.challenge:
        return None
    return grant


def id_token(grant: Grant, provider: IdentityProvider) -> str:
    """The signed token, with the fault that was asked for."""
    now = int(clock.now().timestamp())
    claims: dict[str, Any] = {
        "iss": provider.issuer,
        "aud": provider.client_id,
        "sub": grant.subject,
        "nonce": grant.nonce,
        "acr": grant.level,
        "iat": now,
        "auth_time": now,
        "exp": now + LIFE_SECONDS,
    }
    _spoil(claims, grant.fault)
    return _signed(claims, grant.fault, provider.client_secret)


def _spoil(claims: dict[str, Any], fault: Fault) -> None:
    """Make the claims as wrong as they were asked to be."""
    level, audience, issued = claims["acr"], claims["aud"], claims["iat"]
    wrong: dict[Fault, dict[str, Any]] = {
        Fault.NONCE: {"nonce": "en-anden"},
        Fault.NO_NONCE: {"nonce": None},
        Fault.AUDIENCE: {"aud": "en-anden"},
        Fault.SHARED_AUDIENCE: {"aud": [audience, "en-anden"], "azp": audience},
        Fault.OTHER_PARTY: {"azp": "en-anden"},
        Fault.ISSUER: {"iss": f"{claims['iss']}/"},
        Fault.EXPIRED: {"exp": issued - LIFE_SECONDS},
        Fault.FUTURE: {"iat": issued + LIFE_SECONDS},
        Fault.LOWERED: {"acr": level.replace("Substantial", "Low").replace("High", "Low")},
        Fault.NO_LEVEL: {"acr": None},
        Fault.LEVEL_IN_A_LIST: {"acr": [level]},
        Fault.NO_SUBJECT: {"sub": ""},
        Fault.OLD_SHOWING: {"auth_time": issued - LIFE_SECONDS},
        Fault.NO_SHOWING: {"auth_time": None},
    }
    for name, value in wrong.get(fault, {}).items():
        claims[name] = value
        if value is None:
            del claims[name]


def _signed(claims: dict[str, Any], fault: Fault, secret: str) -> str:
    own = signing_key()
    if fault is Fault.UNSIGNED:
        return jwt.encode({"alg": "none"}, claims, own, algorithms=["none"])
    if fault is Fault.SHARED_SECRET:
        shared = OctKey.import_key(secret.ljust(32, "0"))
        return jwt.encode({"alg": "HS256", "kid": own.kid}, claims, shared)
    key = signing_key("nobody's") if fault is Fault.SIGNATURE else own
    return jwt.encode({"alg": "RS256", "kid": own.kid}, claims, key)
