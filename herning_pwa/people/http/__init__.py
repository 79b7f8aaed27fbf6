"""Signing in and out over plain HTTP, because only HTTP can set an HttpOnly cookie."""

from herning_pwa.people.http.answers import (
    ask_for_code,
    first_page,
    has_signed_in,
    see_other,
    sign_in_response,
    with_session_cookie,
)
from herning_pwa.people.http.requests import (
    client_address,
    device_hash,
    in_transaction,
    is_asked_by_our_page,
    posted_form,
    session_hash,
    signed_in_person,
    upload_hashes,
)
from herning_pwa.people.http.routes import session_routes

__all__ = [
    "ask_for_code",
    "client_address",
    "device_hash",
    "first_page",
    "has_signed_in",
    "in_transaction",
    "is_asked_by_our_page",
    "posted_form",
    "see_other",
    "session_hash",
    "session_routes",
    "sign_in_response",
    "signed_in_person",
    "upload_hashes",
    "with_session_cookie",
]
