"""Signing out."""

from __future__ import annotations

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from herning_pwa import routes as urls
from herning_pwa.config import settings
from herning_pwa.notifications.commands.subscribing import end_subscriptions_in
from herning_pwa.people.cookies import MESSAGES, cookie_called
from herning_pwa.people.http.answers import see_other, without_cookie
from herning_pwa.people.http.requests import (
    in_transaction,
    messages_hash,
    posted_form,
    session_hash,
)
from herning_pwa.people.sessions import end_session


async def end(request: Request) -> Response:
    """POST: end the session, cut its open sockets.

    The page forgets by itself what can be read (decision 27); entries not sent yet are sealed and
    stay. With the field ``alt`` the browser is told to forget everything. It stays known all the
    same: it asks for no code the next time. It gets no more messages.
    """

    def work(db: Session) -> None:
        end_session(db, session_hash(request))
        end_subscriptions_in(db, messages_hash(request))

    await in_transaction(work)
    answer = without_cookie(see_other(urls.SIGN_IN), settings().cookie_name)
    without_cookie(answer, cookie_called(MESSAGES))
    if (await posted_form(request)).get("alt"):
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
