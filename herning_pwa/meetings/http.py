"""Meetings for the calendar, over plain HTTP so that a phone can fetch them."""

from __future__ import annotations

import asyncio
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record_denied
from herning_pwa.db import reading, transaction
from herning_pwa.errors import NotFound, NotSignedIn
from herning_pwa.fields import as_id
from herning_pwa.meetings.queries.calendar import calendar_feed, calendar_file
from herning_pwa.people import throttle
from herning_pwa.people.http import (
    client_address,
    is_asked_by_our_page,
    see_other,
    signed_in_person,
)

FILE_NAME = "moede.ics"  # says nothing about whom or what
CALENDAR = "text/calendar; charset=utf-8"
FOR_NOBODY_ELSE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


async def meeting_file(request: Request) -> Response:
    """GET: the file, to whoever asks on the meeting's page, else 303 to it; 401 when nobody is
    signed in, 404 when it is not theirs, both empty."""
    if not is_asked_by_our_page(request):
        return see_other(urls.meeting(request.path_params["meeting_id"]))
    try:
        content = await asyncio.to_thread(_file, request)
    except NotSignedIn:
        return Response(status_code=401)
    except NotFound:
        await asyncio.to_thread(_log_denied, request)
        return Response(status_code=404)
    return Response(
        content,
        media_type=CALENDAR,
        headers={
            **FOR_NOBODY_ELSE,
            "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
        },
    )


def _file(request: Request) -> bytes:
    with reading() as db:
        return calendar_file(
            db,
            signed_in_person(request, db),
            meeting_id=request.path_params["meeting_id"],
            detailed=request.query_params.get("detaljer") == "1",
        )


def _log_denied(request: Request) -> None:
    with transaction() as db:
        record_denied(
            db,
            signed_in_person(request, db).id,
            calendar_file.__name__,
            object_id=_id_or_none(request.path_params["meeting_id"]),
            reason=NotFound.__name__,
        )


def _id_or_none(value: str) -> UUID | None:
    try:
        return as_id(value)
    except NotFound:
        return None


async def feed(request: Request) -> Response:
    """GET, HEAD: whose secret it is gets their meetings; 404 for any other address, 429 for too
    many of those, all without a body. A wrong address is not logged: it may be an old right one.
    """
    caller = client_address(request)
    permit = throttle.take_feed_try(caller)
    if not permit:
        wait = {"Retry-After": str(permit.wait)}
        return Response(status_code=429, headers=FOR_NOBODY_ELSE | wait)
    try:
        content = await asyncio.to_thread(_feed, request.path_params["secret"])
    except NotFound:
        return Response(status_code=404, headers=FOR_NOBODY_ELSE)
    throttle.feed_was_right(caller)
    return Response(content, media_type=CALENDAR, headers=FOR_NOBODY_ELSE)


def _feed(secret: str) -> bytes:
    with reading() as db:
        return calendar_feed(db, secret=secret)


routes = [Route(urls.API_MEETING_FILE, meeting_file), Route(urls.API_CALENDAR_FEED, feed)]
