"""Talking to the provider: a short patience, and no more than we can hold."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx

from herning_pwa.people.oidc.refused import Refused, WhyNot

SECONDS_FOR_A_STEP = 5
SECONDS_IN_ALL = 10
LARGEST_ANSWER = 256 * 1024
SERVER_ERRORS = 500


async def ask(
    method: str,
    url: str,
    *,
    form: dict[str, str] | None = None,
    auth: tuple[str, str] | None = None,
) -> tuple[int, dict[str, Any]]:
    """The status and the JSON object at ``url``. Follows nothing.

    Raises Refused(DOWN) when there is none in time.
    """
    try:
        async with (
            asyncio.timeout(SECONDS_IN_ALL),
            httpx.AsyncClient(timeout=SECONDS_FOR_A_STEP) as client,
            client.stream(
                method,
                url,
                data=form,
                auth=auth,
                headers={"accept": "application/json", "accept-encoding": "identity"},
            ) as answer,
        ):
            body = await _read(answer)
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError):
        raise Refused(WhyNot.DOWN) from None
    if answer.status_code >= SERVER_ERRORS:
        raise Refused(WhyNot.DOWN)
    return answer.status_code, _object(body)


async def _read(answer: httpx.Response) -> bytes:
    body = b""
    async for part in answer.aiter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise Refused(WhyNot.DOWN)
    return body


def _object(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(WhyNot.DOWN) from None
    if not isinstance(told, dict):
        raise Refused(WhyNot.DOWN)
    return told
