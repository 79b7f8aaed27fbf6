"""The outbox's two addresses: the key a phone seals to, and where it sends what it has sealed."""

from __future__ import annotations

import asyncio
import json
from base64 import urlsafe_b64encode
from typing import Any
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from herning_pwa import clock, live
from herning_pwa import routes as urls
from herning_pwa.errors import NotSignedIn
from herning_pwa.i18n import _
from herning_pwa.offline.delivering import Delivered, Sender, deliver, who_sends
from herning_pwa.offline.keys import current_key_id, public_point
from herning_pwa.people import throttle
from herning_pwa.people.http import session_hash, upload_hashes
from herning_pwa.web.sockets import cut_all

ENTRIES_AT_MOST = 50
SCHEMA = 1


class NoEntries(Exception):
    """The request holds no list of entries."""


async def key(_request: Request) -> JSONResponse:
    """GET: the public key of this quarter, and what time it is here."""
    key_id = current_key_id()
    point = urlsafe_b64encode(public_point(key_id)).decode().rstrip("=")
    return JSONResponse({"id": key_id, "key": point, "schema": SCHEMA, **_time()})


async def receive(request: Request) -> JSONResponse:
    """POST: carry out the entries in their order; one answer for each, and which key is in use."""
    try:
        entries = _entries(await request.body())
        if len(entries) > ENTRIES_AT_MOST:
            return _refusal(413, _("That is too much at once. Send fewer things at a time."))
        cookies = session_hash(request), upload_hashes(request)
        sender = await asyncio.to_thread(who_sends, *cookies)
    except NoEntries:
        return _refusal(400, _("We cannot read this."))
    except NotSignedIn as error:
        return _refusal(401, str(error))
    except SQLAlchemyError:
        return _refusal(503, _("It could not be saved right now. We try again by ourselves."))
    if not throttle.may_deliver(sender.pace, len(entries)):
        return _refusal(429, _("It could not be saved right now. We try again by ourselves."))
    delivered = await _deliver_each(entries, sender)
    answers = [{"id": d.id, "status": d.status, "sentence": d.sentence} for d in delivered]
    return JSONResponse({"answers": answers, "key": current_key_id(), **_time()})


async def _deliver_each(entries: list[Any], sender: Sender) -> list[Delivered]:
    """Open pages are told once, however much has come; who has lost their place at once."""
    delivered, circles = [], set[UUID]()
    try:
        for row in entries:
            delivered.append(await asyncio.to_thread(deliver, row, sender))
            cut_all(delivered[-1].closed)
            circles |= delivered[-1].circles
    finally:
        await live.changed(circles)
    return delivered


def _entries(body: bytes) -> list[Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise NoEntries from None
    entries = content.get("entries") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise NoEntries
    return entries


def _time() -> dict[str, str]:
    return {"time": clock.now().isoformat()}


def _refusal(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"sentence": sentence}, status)


routes = [
    Route(urls.API_OUTBOX_KEY, key),
    Route(urls.API_OUTBOX, receive, methods=["POST"]),
]
