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
from herning_pwa.people.commands import shut_out
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
from herning_pwa.people.models import UPLOAD_GRANT_LIFE, Person
from herning_pwa.people.sessions import end_session, is_another, load_actor
from herning_pwa.people.upload_grants import end_upload_grants_of, grant_upload

_LEFT = re.compile(r"([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})")  # whose, and its fingerprint


async def end(request: Request) -> Response:
    """POST: end the session, cut its open sockets.

    The page forgets by itself what can be read (decision 27); ``usendt`` names the sealed things
    not sent yet. They stay, and the browser may send those of whoever signs out, and nothing else
    (decision 23). With the field ``alt`` it is told to forget everything, and no browser may send
    anything more of the person's. It stays known all the same: it asks for no code the next time.
    It gets no more messages.

    A page that tells by itself names its ``session``. Whoever has signed in there meanwhile is not
    signed out: nothing happens, and the answer is 204. Its answer may also come after that
    sign-in, so it takes no session cookie away.
    """
    form = await posted_form(request)
    return await in_transaction(lambda db: _end(request, db, form))


async def end_everywhere(request: Request) -> Response:
    """POST: sign out here and everywhere else; every browser asks for a code the next time. This
    one may send what ``usendt`` names, and no other browser anything."""
    left = (await posted_form(request)).get("usendt", "")

    def work(db: Session) -> Response:
        actor = load_actor(db, session_hash(request), may_be_limited=True)
        shut_out(db, actor.person, but=actor.session_id)
        return _end(request, db, {"usendt": left})

    try:
        return await in_transaction(work)
    except NotSignedIn:
        return see_other(urls.SIGN_IN)


def _end(request: Request, db: Session, form: dict[str, str]) -> Response:
    named = form.get("session")
    if named and is_another(db, session_hash(request), named):
        return Response(status_code=204)
    granted = _grant(request, db, form)
    end_session(db, session_hash(request))
    end_subscriptions_in(db, messages_hash(request))
    answer = without_cookie(see_other(urls.SIGN_IN), cookie_called(MESSAGES))
    if not named:
        without_cookie(answer, settings().cookie_name)
    if granted:
        with_cookie(answer, *granted, life=UPLOAD_GRANT_LIFE, path=urls.API_OUTBOX)
    if form.get("alt"):
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _grant(request: Request, db: Session, form: dict[str, str]) -> tuple[str, str] | None:
    """The cookie to send with, when somebody who was signed in has something to send."""
    with suppress(NotSignedIn):
        person = signed_in_person(request, db)
        if form.get("alt"):
            end_upload_grants_of(db, person)
        elif own := _left_by(person, form.get("usendt", "")):
            secret = grant_upload(db, person, fingerprints=own, browser=browser_of(request))
            return upload_cookie(person.id), secret
    return None


def _left_by(person: Person, named: str) -> list[str]:
    """The fingerprints of the person's own things among all that wait on the phone."""
    found = (_LEFT.fullmatch(each) for each in named.split())
    return [each[2] for each in found if each and each[1] == str(person.id)]
