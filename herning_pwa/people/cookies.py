"""Reading the session out of a Cookie header, the same way for HTTP and sockets."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from herning_pwa.config import settings
from herning_pwa.people.passwords import hash_secret


def session_hash_of(cookie_header: str) -> str:
    """The hash of the session secret in a Cookie header; empty without one."""
    try:
        morsel = SimpleCookie(cookie_header).get(settings().cookie_name)
    except CookieError:
        return ""
    return hash_secret(morsel.value) if morsel and morsel.value else ""
