"""Sign-in and sign-out over plain HTTP, because only HTTP can set an HttpOnly cookie."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlencode

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record_denied
from herning_pwa.config import settings
from herning_pwa.db import transaction
from herning_pwa.fields import plain
from herning_pwa.i18n import _
from herning_pwa.people import throttle
from herning_pwa.people.commands import find_by_email, sign_in
from herning_pwa.people.cookies import session_hash_of
from herning_pwa.people.models import ABSOLUTE_LIMIT, Person, Staff
from herning_pwa.people.passwords import normalise_email
from herning_pwa.people.sessions import begin_session, end_session, load_actor
from herning_pwa.web.sockets import cut

Result = TypeVar("Result")
EMAIL_LIMIT = 254
FORM_TYPE = "application/x-www-form-urlencoded"
FIELDS_AT_MOST = 8


def client_address(request: Request) -> str:
    """The caller's address as the web shell established it; forged headers change nothing."""
    return request.client.host if request.client else "unknown"


def session_hash(request: Request) -> str:
    """The hash of the session secret in the request's cookie; empty without one."""
    return session_hash_of(request.headers.get("cookie", ""))


def signed_in_person(request: Request, db: Session) -> Person:
    """The person behind the request; raises NotSignedIn."""
    return load_actor(db, session_hash(request)).person


def see_other(to: str, **query: str) -> RedirectResponse:
    """The answer to a form: 303, so that going back never sends it twice."""
    return RedirectResponse(f"{to}?{urlencode(query)}" if query else to, status_code=303)


def with_session_cookie(response: Response, secret: str) -> Response:
    """Set the session cookie: HttpOnly, Lax, host-only, Secure behind TLS."""
    response.set_cookie(
        settings().cookie_name,
        secret,
        max_age=int(ABSOLUTE_LIMIT.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings().is_production,
        path="/",
    )
    return response


def sign_in_response(request: Request, db: Session, person: Person, *, to: str) -> Response:
    """Sign the person in inside the caller's transaction and send them on.

    A session the browser already had is ended, so that none is left behind.
    """
    end_session(db, session_hash(request))
    return with_session_cookie(see_other(to), begin_session(db, person))


def first_page(person: Person) -> str:
    """Where signing in leads: the desk for professionals, today for everybody else."""
    return urls.DESK if person.staff is Staff.PROFESSIONAL else urls.HOME


async def _in_transaction(work: Callable[[Session], Result]) -> Result:
    def run() -> Result:
        with transaction() as db:
            return work(db)

    return await asyncio.to_thread(run)


async def posted_form(request: Request) -> dict[str, str]:
    """The fields of one of our own native forms; empty when it was sent in another shape."""
    if request.headers.get("content-type", "").partition(";")[0] != FORM_TYPE:
        return {}
    form = await request.form(max_fields=FIELDS_AT_MOST)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _record_stopped(db: Session) -> None:
    record_denied(db, None, "session.begun", object_id=None, reason="too_many")


def _too_many_tries() -> Response:
    """429 with the sentence; browsers go on to the form, which says it again."""
    return PlainTextResponse(
        _("There have been many tries. Wait five minutes and try again."),
        status_code=429,
        headers={
            "Retry-After": str(throttle.RETRY_AFTER_SECONDS),
            "Refresh": f"0; url={urls.SIGN_IN}?fejl=vent",
        },
    )


async def begin(request: Request) -> Response:
    """POST e-mail and password: 303 with the cookie, or back to the form with a reason."""
    form = await posted_form(request)
    account, password = normalise_email(plain(form.get("email"))), form.get("password", "")
    if len(account) > EMAIL_LIMIT:
        account = ""  # nobody's
    address = client_address(request)
    if not throttle.take_try(account, address):
        if throttle.allow(f"row:{address}"):
            await _in_transaction(_record_stopped)
        return _too_many_tries()
    old = session_hash(request)

    def work(db: Session) -> Response | None:
        secret = sign_in(db, email=account, password=password)
        person = find_by_email(db, account)
        if secret is None or person is None:
            return None
        end_session(db, old)
        return with_session_cookie(see_other(first_page(person)), secret)

    answered = await _in_transaction(work)
    if answered is None:
        return see_other(urls.SIGN_IN, fejl="forkert")
    throttle.was_right(account, address)
    cut(old)
    return answered


async def begin_demo(request: Request) -> Response:
    """POST a demo person's e-mail: signed in without a password. Exists only in a demo."""
    form = await posted_form(request)
    email = normalise_email(plain(form.get("email")))
    old = session_hash(request)

    def work(db: Session) -> Response:
        person = find_by_email(db, email)
        if person is None or not email.endswith(".example"):
            return see_other(urls.SIGN_IN, fejl="forkert")
        return sign_in_response(request, db, person, to=first_page(person))

    answered = await _in_transaction(work)
    cut(old)
    return answered


async def end(request: Request) -> Response:
    """POST: end the session, cut its open sockets, forget everything the browser kept."""
    ended = session_hash(request)
    await _in_transaction(lambda db: end_session(db, ended))
    cut(ended)
    answer = see_other(urls.SIGN_IN)
    answer.delete_cookie(settings().cookie_name, path="/", secure=settings().is_production)
    answer.headers["Clear-Site-Data"] = '"storage"'  # answers with people in them are never cached
    return answer


def session_routes() -> list[Route]:
    """The routes of this room. The demo's is there only when the demo is on."""
    rows = [
        Route(urls.API_SESSION, begin, methods=["POST"]),
        Route(urls.API_SESSION_END, end, methods=["POST"]),
    ]
    if settings().demo:
        rows.append(Route(urls.API_DEMO_SESSION, begin_demo, methods=["POST"]))
    return rows
