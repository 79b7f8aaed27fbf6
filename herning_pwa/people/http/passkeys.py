"""Passkeys speak JSON with the browser: a question, and the answer to it.

Refusals have a status and no detail; the page knows a sentence for each.
"""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.people import throttle
from herning_pwa.people.commands.passkeys import (
    add_passkey,
    ask_for_new_passkey,
    ask_to_prove,
    ask_to_sign_in,
    prove_by_passkey,
    sign_in_by_passkey,
)
from herning_pwa.people.http.answers import first_page, sign_in_response
from herning_pwa.people.http.requests import (
    browser_of,
    client_address,
    in_transaction,
)
from herning_pwa.people.http.speaking_json import Refused, posted_json, refusal, run_as_caller
from herning_pwa.people.models import Method, Purpose
from herning_pwa.people.running import CURRENT_SESSION
from herning_pwa.people.tries import Permit


async def question(request: Request) -> Response:
    """POST ``{"purpose"}``: what the browser asks the passkey. 400, 401, 403 or 429 otherwise."""
    try:
        purpose = _purpose_in(await posted_json(request))
        _let_in(throttle.may_ask_passkey(client_address(request)))
        return JSONResponse(await _ask(request, purpose))
    except Refused as refused:
        return refusal(refused)


async def _ask(request: Request, purpose: Purpose) -> Any:
    if purpose is Purpose.SIGN_IN:
        return await in_transaction(ask_to_sign_in)
    ask = ask_for_new_passkey if purpose is Purpose.REGISTER else ask_to_prove
    return await run_as_caller(request, ask, session_id=CURRENT_SESSION)


async def answer(request: Request) -> Response:
    """POST ``{"purpose", "next", "credential"}``: 200 and where to go, signed in if that was it."""
    try:
        body = await posted_json(request)
        purpose, credential = _purpose_in(body), body.get("credential")
        account, address = f"passkey:{_fingerprint(credential)}", client_address(request)
        _let_in(throttle.take_try(account, address))
        answered = await _look_at(request, purpose, credential, body.get("next"))
    except Refused as refused:
        return refusal(refused)
    throttle.was_right(account, address)
    return answered


async def _look_at(
    request: Request, purpose: Purpose, credential: object, then: object
) -> Response:
    if purpose is Purpose.SIGN_IN:
        return await _sign_in(request, credential)
    given = {"session_id": CURRENT_SESSION, "credential": credential}
    if purpose is Purpose.PROVE:
        is_right = await run_as_caller(request, prove_by_passkey, **given)
        to = urls.own_page(then)
    else:
        is_right = await run_as_caller(request, add_passkey, **given, name=browser_of(request))
        to = urls.SETTINGS
    if not is_right:
        raise Refused(HTTPStatus.BAD_REQUEST)
    return JSONResponse({"to": to})


async def _sign_in(request: Request, credential: object) -> Response:
    def work(db: Session) -> Response | None:
        person = sign_in_by_passkey(db, credential)
        if person is None:
            return None
        return sign_in_response(request, db, person, to=first_page(person), method=Method.PASSKEY)

    redirect = await in_transaction(work)
    if redirect is None:
        raise Refused(HTTPStatus.BAD_REQUEST)
    signed_in = JSONResponse({"to": redirect.headers["location"]})
    for cookie in redirect.headers.getlist("set-cookie"):
        signed_in.headers.append("set-cookie", cookie)
    return signed_in


def _let_in(permit: Permit) -> None:
    if not permit:
        raise Refused(HTTPStatus.TOO_MANY_REQUESTS, wait=permit.wait)


def _purpose_in(body: dict[str, Any]) -> Purpose:
    try:
        return Purpose(str(body.get("purpose")))
    except ValueError:
        raise Refused(HTTPStatus.BAD_REQUEST) from None


def _fingerprint(credential: object) -> str:
    """What guesses at one passkey are counted by. Nobody is locked out by knowing a name."""
    named = credential.get("id") if isinstance(credential, dict) else None
    return hashlib.sha256(repr(named).encode(errors="replace")).hexdigest()


def passkey_routes() -> list[Route]:
    return [
        Route(urls.API_PASSKEY_QUESTION, question, methods=["POST"]),
        Route(urls.API_PASSKEY, answer, methods=["POST"]),
    ]
