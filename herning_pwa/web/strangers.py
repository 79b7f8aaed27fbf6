"""Somebody without a session who opens a page for people who are signed in.

This is manners, not a lock: the page holds nothing by itself, and the gate guards what
fills it. But it spares a person the sight of an empty page before the form.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from herning_pwa import routes
from herning_pwa.people.cookies import session_hash_of
from herning_pwa.web.addresses import Pages


class Strangers:
    """Show people without a session cookie to the sign-in form."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._is_for_members(scope):
            await self.app(scope, receive, send)
            return
        headers = [(b"location", routes.SIGN_IN.encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    def _is_for_members(self, scope: Scope) -> bool:
        page = self.pages.find(scope["path"])
        if page is None or page.route in routes.PUBLIC or scope["method"] not in {"GET", "HEAD"}:
            return False
        return not session_hash_of(Headers(scope=scope).get("cookie", ""))
