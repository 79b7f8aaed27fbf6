"""How much one caller may send: request bodies, socket messages and their pace."""

from __future__ import annotations

import asyncio
import logging
import time

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.web.answers import refuse

LARGEST_BODY = LARGEST_MESSAGE = 64 * 1024
LARGEST_BODIES = {routes.API_OUTBOX: 256 * 1024}  # all that was written in a tunnel
SECONDS_FOR_A_BODY = 20
MESSAGES_AT_ONCE = 60
MESSAGES_A_SECOND = 20
POLICY_VIOLATION, TOO_BIG = 1008, 1009
WITHOUT_A_BODY = {"GET", "HEAD", "OPTIONS"}  # nobody here reads what they might bring

logger = logging.getLogger(__name__)


class BodyTooLarge(Exception):
    """More bytes were sent, or promised, than this address takes."""


class BodyLimit:
    """Read a request's body first, within limits, and hand it on whole.

    Whether there is one is told by the method: not every protocol says so in its headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in WITHOUT_A_BODY:
            await self.app(scope, receive, send)
            return
        limit = LARGEST_BODIES.get(scope["path"], LARGEST_BODY)
        try:
            async with asyncio.timeout(SECONDS_FOR_A_BODY):
                body = await _read_body(Headers(scope=scope), receive, limit)
        except BodyTooLarge:
            await refuse(scope, send, 413, _("That is too much at once. Send a shorter text."))
            return
        except TimeoutError:
            await refuse(scope, send, 408, _("The connection was too slow. Please try again."))
            return
        if body["type"] != "http.disconnect":  # else the line was torn: nobody is there to answer
            await self.app(scope, _replay(body, receive), send)


async def _read_body(headers: Headers, receive: Receive, limit: int) -> Message:
    promised = headers.get("content-length", "0")
    if not promised.isdecimal() or int(promised) > limit:
        raise BodyTooLarge
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return message
        body += message.get("body", b"")
        if len(body) > limit:
            raise BodyTooLarge
        if not message.get("more_body", False):
            return {"type": "http.request", "body": body, "more_body": False}


def _replay(first: Message, receive: Receive) -> Receive:
    waiting = [first]

    async def receive_again() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_again


class Pace:
    """A bucket of messages that fills again with time."""

    def __init__(self) -> None:
        self.left = float(MESSAGES_AT_ONCE)
        self.seen_at = time.monotonic()

    def allows_one_more(self) -> bool:
        """Take one message from the bucket, if there is one."""
        now = time.monotonic()
        refilled = self.left + (now - self.seen_at) * MESSAGES_A_SECOND
        self.left = min(MESSAGES_AT_ONCE, refilled) - 1
        self.seen_at = now
        return self.left >= 0


class SocketLimit:
    """Close a socket that sends too big or too many messages. Its URL is never logged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        pace = Pace()
        closed = False

        async def receive_within_limits() -> Message:
            nonlocal closed
            message = await receive()
            code = _broken_limit(message, pace)
            if not code or closed:
                return message
            closed = True
            logger.warning("socket closed with %s: it broke a limit", code)
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        async def send_until_closed(message: Message) -> None:
            if not closed:
                await send(message)

        await self.app(scope, receive_within_limits, send_until_closed)


def _broken_limit(message: Message, pace: Pace) -> int:
    """The code to close with, or 0 when the message is within limits."""
    if message["type"] != "websocket.receive":
        return 0
    content = message.get("text") or message.get("bytes") or ""
    if len(content) > LARGEST_MESSAGE:
        return TOO_BIG
    return 0 if pace.allows_one_more() else POLICY_VIOLATION
