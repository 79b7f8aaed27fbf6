"""The answers that begin and end sessions: redirects, and the cookies that go with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlencode

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from herning_pwa import routes as urls
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.notifications.commands.subscribing import follow_person
from herning_pwa.people import throttle
from herning_pwa.people.commands import (
    PasswordNotEnough,
    begin_second_step,
    leave_second_step,
    method_by_password,
)
from herning_pwa.people.cookies import DEVICE, SECOND_STEP, cookie_called
from herning_pwa.people.devices import remember_device
from herning_pwa.people.http.requests import (
    browser_of,
    device_hash,
    messages_hash,
    second_step_hash,
    session_hash,
)
from herning_pwa.people.models import (
    ABSOLUTE_LIMIT,
    DEVICE_LIFE,
    SECOND_STEP_LIFE,
    Method,
    Person,
    Staff,
)
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sessions import begin_session, end_session
from herning_pwa.people.upload_grants import take_over


def see_other(to: str, **query: str) -> RedirectResponse:
    """The answer to a form: 303, so that going back never sends it twice."""
    return RedirectResponse(f"{to}?{urlencode(query)}" if query else to, status_code=303)


def with_cookie(
    response: Response, name: str, secret: str, *, life: timedelta, path: str = "/"
) -> Response:
    """Set one of our cookies: HttpOnly, Lax, host-only, Secure behind TLS."""
    response.set_cookie(
        name,
        secret,
        max_age=int(life.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings().is_production,
        path=path,
    )
    return response


def without_cookie(response: Response, name: str) -> Response:
    response.delete_cookie(
        name, path="/", secure=settings().is_production, httponly=True, samesite="lax"
    )
    return response


def with_session_cookie(response: Response, secret: str) -> Response:
    return with_cookie(response, settings().cookie_name, secret, life=ABSOLUTE_LIMIT)


def first_page(person: Person) -> str:
    """Where signing in leads: the desk for professionals, today for everybody else."""
    return urls.DESK if person.staff is Staff.PROFESSIONAL else urls.HOME


def sign_in_response(
    request: Request,
    db: Session,
    person: Person,
    *,
    to: str,
    method: Method,
    shown_at: datetime | None = None,
) -> Response:
    """Sign the person in inside the caller's transaction and send them on.

    A session the browser already had is ended, so that none is left behind; messages it gets
    stay only with the same person, and a grant that has sent everything is over. Staff without
    a second factor are sent to where they can add one; they reach nothing else. A browser
    that has shown its person's mailbox is remembered. ``shown_at`` is when they showed who
    they are, where that was not now.
    """
    browser = browser_of(request)
    secret = begin_session(db, person, method=method, browser=browser, shown_at=shown_at)
    db.flush()
    follow_person(db, person, browser_hash=messages_hash(request), session_hash=hash_secret(secret))
    end_session(db, session_hash(request))
    take_over(db, person)
    leave_second_step(db, second_step_hash(request))
    is_limited = person.staff is not None and not method.is_enough_for_staff
    answer = with_session_cookie(see_other(urls.SETTINGS if is_limited else to), secret)
    if method is Method.PASSWORD_AND_MAIL:
        known = remember_device(db, person, device_hash(request), browser=browser)
        if known:
            with_cookie(answer, cookie_called(DEVICE), known, life=DEVICE_LIFE)
    return without_cookie(answer, cookie_called(SECOND_STEP))


def after_password(request: Request, db: Session, person: Person, *, to: str) -> Response:
    """What a right password leads to: signed in, or to the page that asks for a code.

    ``to`` is where the person goes in the end, by whichever way.
    """
    method = method_by_password(db, person, device_hash=device_hash(request))
    if method is not None:
        return sign_in_response(request, db, person, to=to, method=method)
    return ask_for_code(request, db, person, to=to)


def ask_for_code(request: Request, db: Session, person: Person, *, to: str) -> Response:
    """Send the person, whose password was right, to the page for the code, and then ``to``."""
    leave_second_step(db, second_step_hash(request))
    if not throttle.may_ask_for_code(person.email):
        return see_other(urls.SIGN_IN, fejl="koder")
    try:
        secret = begin_second_step(db, person, then=to)
    except PasswordNotEnough:
        return see_other(urls.SIGN_IN, fejl="noegle")
    answer = see_other(urls.SIGN_IN_CODE)
    return with_cookie(answer, cookie_called(SECOND_STEP), secret, life=SECOND_STEP_LIFE)


def has_signed_in(answer: Response) -> bool:
    """Whether the answer carries a session, and not only the way to a code."""
    cookies = answer.headers.getlist("set-cookie")
    return any(cookie.startswith(f"{settings().cookie_name}=") for cookie in cookies)


def too_many_tries(back_to: str, *, wait: int) -> Response:
    """429 with the sentence; browsers go on to the form, which says it again.

    ``wait`` is the seconds until the next try will be looked at.
    """
    return PlainTextResponse(
        _("There have been many tries. Wait five minutes and try again."),
        status_code=429,
        headers={
            "Retry-After": str(wait),
            "Refresh": f"0; url={back_to}?fejl=vent",
        },
    )
