"""The owner's answer to the two mails: stop it, or choose a new password."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.activity.commands import record_denied
from herning_pwa.errors import Invalid
from herning_pwa.people import throttle
from herning_pwa.people.commands.new_access import (
    SECRET_LIMIT,
    Answered,
    LinkRefused,
    stop_recovery,
    use_recovery,
)
from herning_pwa.people.http.answers import see_other
from herning_pwa.people.http.requests import client_address, in_transaction, posted_form

STOP = "stop"


async def answer(request: Request) -> Response:
    """POST: done, or back to the page with a reason (303). The page itself says why."""
    form = await posted_form(request)
    secret = form.get("kode", "")
    name = "stop" if form.get("svar") == STOP else "kode"
    kept = {name: secret[:SECRET_LIMIT]}
    if not throttle.allow("new-access", client_address(request)):
        return see_other(urls.NEW_ACCESS, **kept, fejl="vent")
    try:
        if name == STOP:
            await in_transaction(lambda db: stop_recovery(db, secret=secret))
            return see_other(urls.NEW_ACCESS, svar=Answered.STOPPED)
        password = form.get("adgangskode", "")
        await in_transaction(lambda db: use_recovery(db, secret=secret, password=password))
        return see_other(urls.NEW_ACCESS, svar=Answered.SAVED)
    except Invalid:
        return see_other(urls.NEW_ACCESS, **kept, fejl="adgangskode")
    except LinkRefused as refused:
        await in_transaction(partial(_log, refused=refused))
        return see_other(urls.NEW_ACCESS, **kept)


def _log(db: Session, *, refused: LinkRefused) -> None:
    """A refused answer is a row: on which recovery, and why. Never the link itself."""
    record_denied(
        db, None, "recovery.answered", object_id=refused.recovery_id, reason=refused.reason
    )


def new_access_routes() -> list[Route]:
    return [Route(urls.API_NEW_ACCESS, answer, methods=["POST"])]
