"""Signing out."""

from __future__ import annotations

import re
from contextlib import suppress

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.config import settings
from herning_pwa.errors import NotSignedIn
from herning_pwa.notifications.commands.subscribing import end_subscriptions_in
from herning_pwa.people.cookies import MESSAGES, cookie_called, upload_cookie
from herning_pwa.people.http.answers import see_other, with_cookie, without_cookie
from herning_pwa.people.http.requests import (
    browser_of,
    in_transaction,
    messages_hash,
    posted_form,
    session_hash,
    signed_in_person,
)
from herning_pwa.people.models import UPLOAD_GRANT_LIFE
from herning_pwa.people.sessions import end_session
from herning_pwa.people.upload_grants import grant_upload

_NUMBER = re.compile(r"[0-9]{1,6}")


async def end(request: Request) -> Response:
    """POST: end the session, cut its open sockets.

    The page forgets by itself what can be read (decision 27); ``usendt`` entries not sent yet are
    sealed and stay, and the browser may send so many and nothing else (decision 23). With the
    field ``alt`` it is told to forget everything. It stays known all the same: it asks for no
    code the next time. It gets no more messages.
    """
    form = await posted_form(request)
    unsent = "" if form.get("alt") else form.get("usendt", "").strip()
    entries = int(unsent) if _NUMBER.fullmatch(unsent) else 0
    granted = await in_transaction(lambda db: _end(request, db, entries))
    answer = without_cookie(see_other(urls.SIGN_IN), settings().cookie_name)
    without_cookie(answer, cookie_called(MESSAGES))
    if granted:
        life, path = UPLOAD_GRANT_LIFE, urls.API_OUTBOX
        with_cookie(answer, *granted, life=life, path=path)
    if form.get("alt"):
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _end(request: Request, db: Session, entries: int) -> tuple[str, str] | None:
    """The cookie to send with, when somebody who was signed in has something to send."""
    granted = None
    if entries:
        with suppress(NotSignedIn):
            person = signed_in_person(request, db)
            secret = grant_upload(db, person, entries=entries, browser=browser_of(request))
            granted = upload_cookie(person.id), secret
    end_session(db, session_hash(request))
    end_subscriptions_in(db, messages_hash(request))
    return granted
