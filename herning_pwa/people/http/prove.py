"""Showing once more who one is, with a code or a password."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.db import reading
from herning_pwa.errors import NotSignedIn
from herning_pwa.people import throttle
from herning_pwa.people.commands.proving import prove_by_code, prove_by_password
from herning_pwa.people.http.answers import see_other
from herning_pwa.people.http.password import record_stopped
from herning_pwa.people.http.requests import (
    client_address,
    posted_form,
    session_hash,
    signed_in_person,
)
from herning_pwa.people.running import CURRENT_SESSION, run

CODE, PASSWORD = "kode", "adgangskode"


async def prove(request: Request) -> Response:
    """POST a code or a password: 303 on to where one was going, or back with a reason."""
    form = await posted_form(request)
    then = urls.own_page(form.get("videre"))
    kind = CODE if CODE in form else PASSWORD
    address = client_address(request)
    try:
        account = await asyncio.to_thread(_account, request)
        if not _may_try(kind, account, address):
            await record_stopped(address)
            return see_other(urls.PROVE, videre=then, fejl="vent")
        is_right = await asyncio.to_thread(_show, request, kind, form.get(kind, ""))
    except NotSignedIn:
        return see_other(urls.SIGN_IN)
    if not is_right:
        return see_other(urls.PROVE, videre=then, fejl=kind)
    (throttle.code_was_right if kind == CODE else throttle.was_right)(account, address)
    return see_other(then)


def _account(request: Request) -> str:
    with reading() as db:
        return signed_in_person(request, db, may_be_limited=True).email


def _may_try(kind: str, account: str, address: str) -> bool:
    """A code counts as two tries, as it does after a password."""
    permit = throttle.take_try(account, address)
    if permit and kind == CODE:
        permit = throttle.take_code_try(account, address)
    return bool(permit)


def _show(request: Request, kind: str, shown: str) -> bool:
    if kind == CODE:
        given = {"session_id": CURRENT_SESSION, "code": shown}
        return bool(run(session_hash(request), prove_by_code, given).value)
    given = {"session_id": CURRENT_SESSION, "password": shown}
    return bool(run(session_hash(request), prove_by_password, given).value)
