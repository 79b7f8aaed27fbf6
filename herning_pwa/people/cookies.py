"""Our few secrets in a browser, read out of a Cookie header the same way everywhere."""

from __future__ import annotations

from uuid import UUID

from herning_pwa.config import settings
from herning_pwa.people.passwords import hash_secret

DEVICE = "device"
SECOND_STEP = "second-step"
IDENTITY_TRIP = "identity-trip"
MESSAGES = "messages"
UPLOAD = "upload"
UPLOADERS_AT_MOST = 20  # a neighbouring site may set more


def cookie_called(name: str) -> str:
    """``__Host-`` needs Secure, which plain http://localhost cannot give."""
    return f"__Host-{name}" if settings().is_production else name


def upload_cookie(person_id: UUID) -> str:
    """One for each person who has left something unsent in the browser. They go to one address
    alone, which ``__Host-`` would not let them."""
    return f"{_upload_prefix()}{person_id.hex}"


def _upload_prefix() -> str:
    return f"__Secure-{UPLOAD}-" if settings().is_production else f"{UPLOAD}-"


def session_hash_of(cookie_header: str) -> str:
    """The hash of the session secret in a Cookie header; empty without one."""
    return _hash_of(cookie_header, settings().cookie_name)


def device_hash_of(cookie_header: str) -> str:
    """The hash of the secret by which this browser is known; empty without one."""
    return _hash_of(cookie_header, cookie_called(DEVICE))


def second_step_hash_of(cookie_header: str) -> str:
    """The hash of the secret of the second step this browser is at; empty without one."""
    return _hash_of(cookie_header, cookie_called(SECOND_STEP))


def messages_hash_of(cookie_header: str) -> str:
    """The hash of the secret by which this browser gets messages; empty without one."""
    return _hash_of(cookie_header, cookie_called(MESSAGES))


def identity_trip_secret_of(cookie_header: str) -> str:
    """The secret this browser took along to the identity provider; empty without one."""
    return _value_of(cookie_header, cookie_called(IDENTITY_TRIP))


def upload_hashes_of(cookie_header: str) -> list[str]:
    """The hashes of the secrets by which this browser may send what was not sent."""
    own = [value for key, value in _pairs(cookie_header) if key.startswith(_upload_prefix())]
    return [hash_secret(value) for value in own[:UPLOADERS_AT_MOST]]


def _hash_of(cookie_header: str, name: str) -> str:
    value = _value_of(cookie_header, name)
    return hash_secret(value) if value else ""


def _value_of(cookie_header: str, name: str) -> str:
    """The value of the cookie with exactly this name, cut as the browser joined it: at ";" alone.

    Python's own reader also cuts at spaces and follows quotation marks. A neighbouring site may
    set a cookie for the whole domain, and could then write ours inside of it, or hide ours.
    """
    return next((value for key, value in _pairs(cookie_header) if key == name), "")


def _pairs(cookie_header: str) -> list[tuple[str, str]]:
    parts = (part.strip(" \t").partition("=") for part in cookie_header.split(";"))
    return [(key, value) for key, _equals, value in parts]
