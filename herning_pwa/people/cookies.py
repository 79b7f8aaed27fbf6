"""Our few secrets in a browser, read out of a Cookie header the same way everywhere."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from herning_pwa.config import settings
from herning_pwa.people.passwords import hash_secret

DEVICE = "device"
SECOND_STEP = "second-step"
IDENTITY_TRIP = "identity-trip"


def cookie_called(name: str) -> str:
    """``__Host-`` needs Secure, which plain http://localhost cannot give."""
    return f"__Host-{name}" if settings().is_production else name


def session_hash_of(cookie_header: str) -> str:
    """The hash of the session secret in a Cookie header; empty without one."""
    return _hash_of(cookie_header, settings().cookie_name)


def device_hash_of(cookie_header: str) -> str:
    """The hash of the secret by which this browser is known; empty without one."""
    return _hash_of(cookie_header, cookie_called(DEVICE))


def second_step_hash_of(cookie_header: str) -> str:
    """The hash of the secret of the second step this browser is at; empty without one."""
    return _hash_of(cookie_header, cookie_called(SECOND_STEP))


def _hash_of(cookie_header: str, name: str) -> str:
    try:
        morsel = SimpleCookie(cookie_header).get(name)
    except CookieError:
        return ""
    return hash_secret(morsel.value) if morsel and morsel.value else ""
