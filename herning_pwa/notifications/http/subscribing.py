"""A browser asks for its person's messages."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.notifications.commands.subscribing import subscribe
from herning_pwa.people.cookies import MESSAGES, cookie_called
from herning_pwa.people.http.answers import with_cookie
from herning_pwa.people.http.requests import browser_of
from herning_pwa.people.http.speaking_json import Refused, posted_json, refusal, run_as_caller
from herning_pwa.people.passwords import hash_secret, new_secret
from herning_pwa.people.running import CURRENT_SESSION

COOKIE_LIFE = timedelta(days=400)  # the longest a browser keeps one


async def begin(request: Request) -> Response:
    """POST a ``PushSubscription`` as the browser writes it: 204. 400 or 401 otherwise.

    The browser gets a secret of its own, by which the next sign-in there knows it.
    """
    secret = new_secret()
    try:
        body = await posted_json(request)
        given = body.get("keys")
        keys: dict[str, Any] = given if isinstance(given, dict) else {}
        await run_as_caller(
            request,
            subscribe,
            session_id=CURRENT_SESSION,
            browser_hash=hash_secret(secret),
            browser=browser_of(request),
            endpoint=body.get("endpoint"),
            p256dh=keys.get("p256dh"),
            auth=keys.get("auth"),
        )
    except Refused as refused:
        return refusal(refused)
    answer = Response(status_code=HTTPStatus.NO_CONTENT)
    return with_cookie(answer, cookie_called(MESSAGES), secret, life=COOKIE_LIFE)


routes = [Route(urls.API_MESSAGES, begin, methods=["POST"])]
