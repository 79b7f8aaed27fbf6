"""Only our own pages may change anything or open the socket (CSRF, socket hijacking)."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from herning_pwa.i18n import _
from herning_pwa.web.answers import refuse

READING = {"GET", "HEAD", "OPTIONS"}
POLICY_VIOLATION = 1008


class OwnOriginOnly:
    """Refuse writes and sockets that another site started in a person's browser."""

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        matters = scope["type"] == "websocket" or scope.get("method", "GET") not in READING
        if not matters or comes_from_us(Headers(scope=scope), self.allowed):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await refuse(scope, send, 403, _("This was sent from another site, so we did nothing."))


def comes_from_us(headers: Headers, allowed: Collection[str]) -> bool:
    """Whether the request was started by one of our own pages.

    Every browser of today names the origin of a write or a socket. Older ones say at least
    Sec-Fetch-Site or Referer. A request with none of the three is not from a browser, so no
    other site can have borrowed a person's cookie for it.
    """
    if (origin := headers.get("origin")) is not None:
        return origin in allowed
    if (site := headers.get("sec-fetch-site")) is not None:
        return site == "same-origin"
    if (referer := headers.get("referer")) is not None:
        return _origin_of(referer) in allowed
    return True


def _origin_of(address: str) -> str:
    """Scheme, host and port; empty when it is no address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"
