"""JSON with a page of ours. Refusals have a status and no detail; the page knows a sentence."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from herning_pwa.errors import DomainError, NotFresh, NotSignedIn
from herning_pwa.people.http.requests import session_hash
from herning_pwa.people.running import run
from herning_pwa.web.sockets import cut_all

JSON_TYPE = "application/json"
LARGEST_BODY = 16 * 1024


class Refused(Exception):
    """The request ends here, with this status; after too many, with the seconds to wait."""

    def __init__(self, status: HTTPStatus, *, wait: int = 0) -> None:
        self.status, self.wait = status, wait
        super().__init__(status.phrase)


async def posted_json(request: Request) -> dict[str, Any]:
    """The JSON object that was sent; raises Refused for anything else."""
    body = await request.body()
    is_json = request.headers.get("content-type", "").partition(";")[0].strip() == JSON_TYPE
    try:
        given = json.loads(body) if is_json and len(body) <= LARGEST_BODY else None
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return given


async def run_as_caller(request: Request, command: Callable[..., Any], **arguments: Any) -> Any:
    """Run a signed-in person's command; raises Refused."""
    try:
        ran = await asyncio.to_thread(run, session_hash(request), command, arguments)
    except NotSignedIn:
        raise Refused(HTTPStatus.UNAUTHORIZED) from None
    except NotFresh:
        raise Refused(HTTPStatus.FORBIDDEN) from None
    except DomainError:
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    cut_all(ran.closed)
    return ran.value


def refusal(refused: Refused) -> Response:
    """The answer to a request that was refused."""
    headers = {"Retry-After": str(refused.wait)} if refused.wait else {}
    return Response(status_code=refused.status, headers=headers)
