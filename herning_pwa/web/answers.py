"""The few answers the shell gives by itself: one plain sentence and a way home."""

from __future__ import annotations

import json
from html import escape

from starlette.types import Scope, Send

from herning_pwa import routes
from herning_pwa.i18n import LANGUAGE, _

CLOSE = (b"connection", b"close")


async def answer(send: Send, status: int, sentence: str) -> None:
    """Answer with ``sentence`` alone, as text."""
    await _send(send, status, b"text/plain; charset=utf-8", sentence.encode())


async def refuse(scope: Scope, send: Send, status: int, sentence: str) -> None:
    """Answer with a small page that says ``sentence`` and leads back to the front page; with the
    sentence alone where a script asked. What was sent may not have been read to its end: nothing
    more is taken on this connection (RFC 9112, 9.6)."""
    if scope["path"] in routes.FOR_SCRIPTS:
        said = json.dumps({"sentence": sentence}, ensure_ascii=False)
        await _send(send, status, b"application/json", said.encode(), CLOSE)
        return
    page = (
        f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(sentence)}</title></head><body><h1>{escape(sentence)}</h1>"
        f'<p><a href="/">{escape(_("Go to the front page"))}</a></p></body></html>'
    )
    await _send(send, status, b"text/html; charset=utf-8", page.encode(), CLOSE)


async def _send(
    send: Send, status: int, media_type: bytes, body: bytes, *more: tuple[bytes, bytes]
) -> None:
    headers = [(b"content-type", media_type), (b"content-length", str(len(body)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
