"""The first step: e-mail and password, or a demo person's button."""

from __future__ import annotations

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record_denied
from herning_pwa.fields import plain
from herning_pwa.people import throttle
from herning_pwa.people.commands import find_by_email, is_invented, who_has_password
from herning_pwa.people.http.answers import (
    after_password,
    first_page,
    has_signed_in,
    see_other,
    sign_in_response,
    too_many_tries,
)
from herning_pwa.people.http.requests import client_address, in_transaction, posted_form
from herning_pwa.people.models import Method
from herning_pwa.people.passwords import normalise_email

EMAIL_LIMIT = 254


async def begin(request: Request) -> Response:
    """POST e-mail and password: 303 signed in, to the code, or back to the form with a reason.

    429 when there have been too many tries. Unknown people get what a wrong password gets.
    """
    form = await posted_form(request)
    account, password = normalise_email(plain(form.get("email"))), form.get("password", "")
    if len(account) > EMAIL_LIMIT:
        account = ""  # nobody's
    address = client_address(request)
    permit = throttle.take_try(account, address)
    if not permit:
        await record_stopped(address)
        return too_many_tries(urls.SIGN_IN, wait=permit.wait)

    def work(db: Session) -> Response:
        person = who_has_password(db, email=account, password=password)
        if person is None:
            return see_other(urls.SIGN_IN, fejl="forkert")
        return after_password(request, db, person, to=first_page(person))

    answer = await in_transaction(work)
    if has_signed_in(answer):
        throttle.was_right(account, address)
    return answer


async def record_stopped(address: str) -> None:
    """Log that tries were stopped; not each of a thousand."""
    if throttle.allow("row", address):
        await in_transaction(_record_stopped)


def _record_stopped(db: Session) -> None:
    record_denied(db, None, "session.begun", object_id=None, reason="too_many")


async def begin_demo(request: Request) -> Response:
    """POST a demo person's e-mail: signed in without a password. Exists only in a demo."""
    form = await posted_form(request)
    email = normalise_email(plain(form.get("email")))

    def work(db: Session) -> Response:
        person = find_by_email(db, email)
        if person is None or not is_invented(person):
            return see_other(urls.SIGN_IN, fejl="forkert")
        return sign_in_response(request, db, person, to=first_page(person), method=Method.DEMO)

    return await in_transaction(work)
