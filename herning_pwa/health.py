"""/readyz: the database answers. (/healthz, that the process answers, is the web shell's.)"""

from __future__ import annotations

import asyncio

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.db import reading


def _ask_database() -> None:
    with reading() as db:
        db.execute(text("SELECT 1"))


async def ready(_request: Request) -> Response:
    """200 when the database answers, 503 when it does not."""
    try:
        await asyncio.to_thread(_ask_database)
    except SQLAlchemyError:
        return PlainTextResponse("database", status_code=503)
    return PlainTextResponse("ok")


routes = [Route(urls.READY, ready)]
