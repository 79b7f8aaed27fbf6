"""What the provider says about itself: where to go, and the keys it signs with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.identity_provider import IdentityProvider
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.wire import ask

KEEP_FOR = timedelta(hours=1)
LOOK_AGAIN_AFTER = timedelta(minutes=1)  # for a key that is not among those we know
OK = 200


@dataclass(frozen=True)
class Provider:
    """The provider as its own discovery document describes it."""

    settings: IdentityProvider
    leave_to: str
    exchange_at: str
    keys_at: str


_providers: dict[str, tuple[datetime, Provider]] = {}
_keys: dict[str, tuple[datetime, KeySet]] = {}


async def find_provider() -> Provider:
    """The configured provider; raises Refused (OFF, DOWN, DISCOVERY)."""
    configured = settings().identity_provider
    if configured is None:
        raise Refused(WhyNot.OFF)
    at, kept = _providers.get(configured.issuer, (None, None))
    if at and kept and kept.settings == configured and clock.now() < at + KEEP_FOR:
        return kept
    address = f"{configured.issuer.rstrip('/')}/.well-known/openid-configuration"
    provider = _described(configured, *await ask("GET", address))
    _providers[configured.issuer] = clock.now(), provider
    return provider


def _described(configured: IdentityProvider, status: int, told: dict[str, Any]) -> Provider:
    """The document in our own words. It must be the issuer's own (OpenID Discovery 4.3)."""
    if status != OK or told.get("issuer") != configured.issuer:
        raise Refused(WhyNot.DISCOVERY)
    scheme = urlsplit(configured.issuer).scheme  # https, except on this very machine
    places = [told.get(f"{name}") for name in ("authorization_endpoint", "token_endpoint")]
    leave_to, exchange_at, keys_at = (
        place if isinstance(place, str) and urlsplit(place).scheme == scheme else ""
        for place in [*places, told.get("jwks_uri")]
    )
    if not (leave_to and exchange_at and keys_at):
        raise Refused(WhyNot.DISCOVERY)
    return Provider(configured, leave_to, exchange_at, keys_at)


async def keys_of(provider: Provider, *, older_did_not_fit: bool = False) -> KeySet:
    """The provider's public keys; asked for anew when those we know did not fit."""
    at, kept = _keys.get(provider.keys_at, (None, None))
    patience = LOOK_AGAIN_AFTER if older_did_not_fit else KEEP_FOR
    if at and kept and clock.now() < at + patience:
        return kept
    status, told = await ask("GET", provider.keys_at)
    try:
        keys = KeySet.import_key_set(told)  # type: ignore[arg-type]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise Refused(WhyNot.DISCOVERY) from None
    if status != OK:
        raise Refused(WhyNot.DISCOVERY)
    _keys[provider.keys_at] = clock.now(), keys
    return keys


def forget() -> None:
    """Know nothing of any provider, as at the start."""
    _providers.clear()
    _keys.clear()
