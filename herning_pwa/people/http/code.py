"""The second step: the code."""

from __future__ import annotations

import asyncio

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.db import reading
from herning_pwa.people import throttle
from herning_pwa.people.commands import (
    Refusal,
    find_second_step,
    leave_second_step,
    mail_code_again,
    show_code,
)
from herning_pwa.people.cookies import SECOND_STEP, cookie_called
from herning_pwa.people.http.answers import (
    first_page,
    see_other,
    sign_in_response,
    too_many_tries,
    without_cookie,
)
from herning_pwa.people.http.password import record_stopped
from herning_pwa.people.http.requests import (
    client_address,
    in_transaction,
    posted_form,
    second_step_hash,
)

AGAIN, OVER = "igen", "forfra"


async def finish(request: Request) -> Response:
    """POST the code, or ask for another mail: 303 signed in, or back with a reason."""
    account = await asyncio.to_thread(_account, second_step_hash(request))
    if not account:
        return _to_the_beginning()
    form = await posted_form(request)
    if form.get("goer") == AGAIN:
        return await in_transaction(lambda db: _mail_again(request, db))
    if form.get("goer") == OVER:
        return await in_transaction(lambda db: _start_over(request, db))
    address = client_address(request)
    permit = throttle.take_code_try(account, address)
    if not permit:
        await record_stopped(address)
        return too_many_tries(urls.SIGN_IN_CODE, wait=permit.wait)
    answer, is_right = await in_transaction(lambda db: _show(request, db, form.get("kode", "")))
    if is_right:
        throttle.code_was_right(account, address)
    return answer


def _account(step_hash: str) -> str:
    """Whose step this browser is at; empty at none."""
    with reading() as db:
        step = find_second_step(db, step_hash)
        return step.person.email if step else ""


def _show(request: Request, db: Session, code: str) -> tuple[Response, bool]:
    shown = show_code(db, second_step_hash(request), code=code)
    if shown is Refusal.WRONG:
        return see_other(urls.SIGN_IN_CODE, fejl="kode"), False
    if isinstance(shown, Refusal):
        return _to_the_beginning(), False
    to = shown.then or first_page(shown.person)
    return sign_in_response(request, db, shown.person, to=to, method=shown.method), True


def _mail_again(request: Request, db: Session) -> Response:
    step = find_second_step(db, second_step_hash(request))
    if step is None or not step.is_open:
        return _to_the_beginning()
    may = throttle.may_ask_for_code(step.person.email)
    if may and mail_code_again(db, step.secret_hash):
        return see_other(urls.SIGN_IN_CODE)
    return see_other(urls.SIGN_IN_CODE, fejl="sendt")


def _start_over(request: Request, db: Session) -> Response:
    leave_second_step(db, second_step_hash(request))
    return without_cookie(see_other(urls.SIGN_IN), cookie_called(SECOND_STEP))


def _to_the_beginning() -> Response:
    return without_cookie(see_other(urls.SIGN_IN, fejl="kodegammel"), cookie_called(SECOND_STEP))
