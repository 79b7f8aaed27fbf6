"""When the app breaks, people get a calm sentence and the log gets the rest."""

from __future__ import annotations

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from herning_pwa.i18n import _
from herning_pwa.web.answers import refuse

SERVER_ERROR = 500

logger = logging.getLogger(__name__)


class Calm:
    """Replace every 500 answer by one plain page; no trace leaves the server."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = broken = False

        async def keep_errors_in(message: Message) -> None:
            nonlocal started, broken
            if message["type"] == "http.response.start":
                broken = message["status"] == SERVER_ERROR
                started = not broken
            if not broken:
                await send(message)

        try:
            await self.app(scope, receive, keep_errors_in)
        except Exception:
            broken = True
            logger.exception("no answer for %s %s", scope["method"], scope["path"])
        if broken and not started:
            sentence = _("Something went wrong on our side. Wait a moment and try again.")
            await refuse(scope, send, SERVER_ERROR, sentence)
