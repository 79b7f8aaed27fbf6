"""What every answer carries: what the browser may do with it, and how long it may keep it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from herning_pwa.config import Settings
from herning_pwa.web.addresses import Page, Pages

ALWAYS = {
    "x-content-type-options": "nosniff",
    # Not "no-referrer": it would make browsers send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ONLY_HTTPS = {"strict-transport-security": "max-age=63072000"}
# A file runs nothing. Without a page's many hashes, ten files weigh ten kilobytes less.
FOR_FILES = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
# The bundler puts a hash of the content into these names.
HASHED_FILES = "/assets/"
KEEP_FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_FIRST = "no-cache"
KEEP_NOTHING = "no-store"
FILE_STATUSES = {200, 206, 304}


class Headers:
    """Add the security and cache headers to every HTTP answer."""

    def __init__(self, app: ASGIApp, pages: Pages, here: Settings) -> None:
        self.app = app
        self.pages = pages
        self.always = ALWAYS | (ONLY_HTTPS if here.is_production else {})
        self.sockets = tuple(
            origin.replace("http", "ws", 1)  # Safari does not count the socket as 'self'
            for origin in here.allowed_origins
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.always)
                headers["content-security-policy"] = self._policy(path, headers)
                headers.setdefault("cache-control", cache_rule(path, message["status"]))
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def _policy(self, path: str, headers: MutableHeaders) -> str:
        if not headers.get("content-type", "text/html").startswith("text/html"):
            return FOR_FILES
        return content_policy(self.pages.find(path) or self.pages.not_found, self.sockets)


def cache_rule(path: str, status: int) -> str:
    """How long the answer at ``path`` may be kept."""
    if path.startswith(HASHED_FILES) and status in FILE_STATUSES:
        return KEEP_FOR_A_YEAR
    if path.startswith("/api/"):
        return KEEP_NOTHING
    return ASK_FIRST


def content_policy(page: Page, sockets: tuple[str, ...]) -> str:
    """What ``page`` may load and run: our own files and exactly its own inline parts."""
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *page.scripts],
        "style-src": ["'self'", *page.styles],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'", *sockets],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())
