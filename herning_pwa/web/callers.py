"""Who is calling: the address of the person's own connection, not the proxy's."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

SECURE_SCHEME = {"http": "https", "websocket": "wss"}


class Callers:
    """Put the true client address and scheme into the scope (``request.client.host``).

    ``proxies`` is how many reverse proxies are our own. Each adds one address at the end of
    X-Forwarded-For; whatever stands before those was written by the caller and is not believed.
    With none, the header changes nothing.
    """

    def __init__(self, app: ASGIApp, *, proxies: int, https: bool) -> None:
        self.app = app
        self.proxies = proxies
        self.https = https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in SECURE_SCHEME:
            scope = {**scope, **self._seen_from_outside(scope)}
        await self.app(scope, receive, send)

    def _seen_from_outside(self, scope: Scope) -> Scope:
        seen: Scope = {"scheme": SECURE_SCHEME[scope["type"]]} if self.https else {}
        written = ",".join(Headers(scope=scope).getlist("x-forwarded-for"))
        hops = [hop.strip() for hop in written.split(",") if hop.strip()]
        if self.proxies and len(hops) >= self.proxies:
            seen["client"] = (hops[-self.proxies], 0)
        return seen
