"""Signing out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.config import settings
from herning_pwa.people.http.answers import see_other, without_cookie
from herning_pwa.people.http.requests import in_transaction, session_hash
from herning_pwa.people.sessions import end_session


async def end(request: Request) -> Response:
    """POST: end the session, cut its open sockets, forget everything the browser kept.

    The browser stays known: it asks for no code the next time.
    """
    await in_transaction(lambda db: end_session(db, session_hash(request)))
    answer = without_cookie(see_other(urls.SIGN_IN), settings().cookie_name)
    answer.headers["Clear-Site-Data"] = '"storage"'  # answers with people in them are never cached
    return answer
