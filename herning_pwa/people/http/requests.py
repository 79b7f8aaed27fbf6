"""What a request says, and who stands behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session
from starlette.requests import Request

from herning_pwa.config import settings
from herning_pwa.db import transaction
from herning_pwa.errors import NotFresh
from herning_pwa.people.browsers import browser_name
from herning_pwa.people.cookies import (
    device_hash_of,
    messages_hash_of,
    second_step_hash_of,
    session_hash_of,
    upload_hashes_of,
)
from herning_pwa.people.models import Person
from herning_pwa.people.sessions import load_actor, pages_to_close
from herning_pwa.web.origins import comes_from_us
from herning_pwa.web.sockets import cut_all

Result = TypeVar("Result")
FORM_TYPE = "application/x-www-form-urlencoded"
FIELDS_AT_MOST = 8


def client_address(request: Request) -> str:
    """The caller's address as the web shell established it; forged headers change nothing."""
    return request.client.host if request.client else "unknown"


def browser_of(request: Request) -> str:
    """What the caller's browser calls itself: "Chrome, Android"."""
    return browser_name(request.headers.get("user-agent", ""))


def session_hash(request: Request) -> str:
    """The hash of the session secret in the request's cookie; empty without one."""
    return session_hash_of(request.headers.get("cookie", ""))


def device_hash(request: Request) -> str:
    """The hash of the secret by which the browser is known; empty without one."""
    return device_hash_of(request.headers.get("cookie", ""))


def second_step_hash(request: Request) -> str:
    """The hash of the secret of the second step the browser is at; empty without one."""
    return second_step_hash_of(request.headers.get("cookie", ""))


def messages_hash(request: Request) -> str:
    """The hash of the secret by which the browser gets messages; empty without one."""
    return messages_hash_of(request.headers.get("cookie", ""))


def upload_hashes(request: Request) -> list[str]:
    """The hashes of the secrets by which the browser may send what was not sent."""
    return upload_hashes_of(request.headers.get("cookie", ""))


def is_asked_by_our_page(request: Request) -> bool:
    """Whether a link on a page of ours was followed. An address typed by hand would go past the
    lock of a phone that remembers, which only pages know of (decision 27)."""
    return comes_from_us(request.headers, settings().allowed_origins)


def signed_in_person(
    request: Request, db: Session, *, may_be_limited: bool = False, must_be_fresh: bool = False
) -> Person:
    """The person behind the request; raises NotSignedIn, and NotFresh for somebody who
    ``must_be_fresh`` and has not shown lately who they are.

    Staff who have shown only one factor count as not signed in, unless ``may_be_limited``.
    """
    actor = load_actor(db, session_hash(request), may_be_limited=may_be_limited)
    if must_be_fresh and not actor.is_fresh:
        raise NotFresh
    return actor.person


async def posted_form(request: Request) -> dict[str, str]:
    """The fields of one of our own native forms; empty when it was sent in another shape."""
    if request.headers.get("content-type", "").partition(";")[0] != FORM_TYPE:
        return {}
    form = await request.form(max_fields=FIELDS_AT_MOST)
    return {name: value for name, value in form.items() if isinstance(value, str)}


async def in_transaction(work: Callable[[Session], Result]) -> Result:
    """Run ``work(db)`` in a transaction of its own; then close the pages that must close."""

    def run() -> tuple[Result, set[str]]:
        with transaction() as db:
            return work(db), pages_to_close(db)

    result, closing = await asyncio.to_thread(run)
    cut_all(closing)
    return result
