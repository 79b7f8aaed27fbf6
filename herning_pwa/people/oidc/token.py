"""The id token: whose it is, for whom, from whom, how sure, and how fresh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import (
    BadSignatureError,
    ClaimError,
    ExpiredTokenError,
    InvalidKeyIdError,
    JoseError,
)
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from herning_pwa import clock
from herning_pwa.identity_provider import IdentityProvider
from herning_pwa.people.models import OIDC_TRY_LIFE, SUBJECT_LIMIT
from herning_pwa.people.oidc.provider import Provider, keys_of
from herning_pwa.people.oidc.refused import Refused, WhyNot

ALGORITHMS = ("RS256", "PS256", "ES256")  # never "none", and never a shared secret
LEEWAY = timedelta(minutes=1)
_WHY = {
    "iss": WhyNot.ISSUER,
    "aud": WhyNot.AUDIENCE,
    "nonce": WhyNot.NONCE,
    "acr": WhyNot.ASSURANCE,
    "exp": WhyNot.EXPIRED,
    "iat": WhyNot.EXPIRED,
}


@dataclass(frozen=True)
class IdToken:
    """What a good id token says: who it is at the issuer, and when they last showed it."""

    issuer: str
    subject: str
    shown_at: datetime | None


async def read_id_token(provider: Provider, raw: object, *, nonce: str) -> IdToken:
    """The checked token (OpenID Connect Core 3.1.3.7); raises Refused."""
    if not isinstance(raw, str):
        raise Refused(WhyNot.CLAIMS)
    try:
        claims = _signed(raw, await keys_of(provider))
    except (BadSignatureError, InvalidKeyIdError):  # the provider may have changed its keys
        try:
            claims = _signed(raw, await keys_of(provider, older_did_not_fit=True))
        except JoseError:
            raise Refused(WhyNot.SIGNATURE) from None
    except JoseError:
        raise Refused(WhyNot.SIGNATURE) from None
    _check(claims, provider.settings, nonce)
    return IdToken(claims["iss"], claims["sub"], _moment(claims.get("auth_time")))


def _signed(raw: str, keys: KeySet) -> dict[str, Any]:
    try:
        return jwt.decode(raw, keys, algorithms=ALGORITHMS).claims
    except (ValueError, TypeError, UnicodeError):  # not a token at all
        raise Refused(WhyNot.SIGNATURE) from None


def _check(claims: dict[str, Any], provider: IdentityProvider, nonce: str) -> None:
    try:
        _registry(provider, nonce).validate(claims)
    except ExpiredTokenError:
        raise Refused(WhyNot.EXPIRED) from None
    except ClaimError as error:
        raise Refused(_WHY.get(error.claim, WhyNot.CLAIMS)) from None
    for name in ("nonce", "acr"):  # a list that merely holds the right one will not do
        if not isinstance(claims[name], str):
            raise Refused(_WHY[name])
    if not _is_for_us_alone(claims, provider.client_id):
        raise Refused(WhyNot.AUDIENCE)
    if claims["iat"] < (clock.now() - OIDC_TRY_LIFE - LEEWAY).timestamp():
        raise Refused(WhyNot.EXPIRED)
    if not 0 < len(claims["sub"]) <= SUBJECT_LIMIT or not claims["sub"].isprintable():
        raise Refused(WhyNot.CLAIMS)


def _registry(provider: IdentityProvider, nonce: str) -> JWTClaimsRegistry:
    return JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        leeway=int(LEEWAY.total_seconds()),
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        exp={"essential": True},
        iat={"essential": True},
        sub={"essential": True},
        nonce={"essential": True, "value": nonce},
        acr={"essential": True, "values": list(provider.levels)},
    )


def _is_for_us_alone(claims: dict[str, Any], client_id: str) -> bool:
    """No other audience shares the token, and nobody else asked for it."""
    audience = claims["aud"]
    return audience in (client_id, [client_id]) and claims.get("azp", client_id) == client_id


def _moment(seconds: object) -> datetime | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
