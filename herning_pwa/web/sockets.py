"""Open sockets, by the sign-in session they speak for, so that signing out closes them at once."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from herning_pwa.people.cookies import session_hash_of

POLICY_VIOLATION = 1008

_open: defaultdict[str, set[asyncio.Event]] = defaultdict(set)


def cut(session_hash: str) -> None:
    """Close every open socket of this sign-in session, whatever the other end does."""
    for closing in _open.pop(session_hash, set()):
        closing.set()


def cut_all(session_hashes: Iterable[str]) -> None:
    for session_hash in session_hashes:
        cut(session_hash)


class OpenSockets:
    """Remember each socket's session for as long as the socket is open."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        session_hash = ""
        if scope["type"] == "websocket":
            session_hash = session_hash_of(Headers(scope=scope).get("cookie", ""))
        if not session_hash:
            return await self.app(scope, receive, send)
        closing = asyncio.Event()
        _open[session_hash].add(closing)
        try:
            await self.app(scope, _until(closing, receive, send), send)
        finally:
            _forget(session_hash, closing)


def _forget(session_hash: str, closing: asyncio.Event) -> None:
    _open[session_hash].discard(closing)
    if not _open[session_hash]:
        del _open[session_hash]


def _until(closing: asyncio.Event, receive: Receive, send: Send) -> Receive:
    """``receive`` that hangs up as soon as ``closing`` is set."""

    async def receive_or_close() -> Message:
        message, cutting = asyncio.ensure_future(receive()), asyncio.ensure_future(closing.wait())
        try:
            await asyncio.wait({message, cutting}, return_when=asyncio.FIRST_COMPLETED)
            if not closing.is_set():
                return message.result()
        finally:
            cutting.cancel()
        message.cancel()
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}

    return receive_or_close
