"""Open pages: who looks at which circles now, and telling them that something changed.

A change never carries data. The other tab is asked to run its own load handler,
so it passes the gate with its own session and sees only what its person may see.
One process keeps this in memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextvars import Context
from dataclasses import dataclass
from itertools import count
from uuid import UUID

import reflex as rx
from reflex_base.event import Event


@dataclass(frozen=True)
class Tab:
    """One open page: the handler that loads it, over exactly the socket that asked for it.

    ``circles`` also holds the person's own id, for what is told to that person alone.
    """

    socket_id: str
    load: str
    circles: frozenset[UUID]


_app: rx.App | None = None
_tabs: dict[str, Tab] = {}
_changes: dict[UUID, int] = {}  # circle → the number of its latest change
_numbers = count(1)


def attach(app: rx.App) -> None:
    """Name the app whose sockets these are."""
    globals()["_app"] = app


def moment() -> int:
    """Where in the row of changes we are; for ``watch``."""
    return next(_numbers)


def watch(token: str, *, socket_id: str, load: str, circles: Iterable[UUID], since: int) -> bool:
    """Remember what the tab shows, from now until it shows something else or closes.

    ``since`` is the moment before it was looked up. True when it has changed between the two,
    while nobody could be told: look again.
    """
    tab = Tab(socket_id, load, frozenset(circles))
    before, _tabs[token] = _tabs.get(token), tab
    return before != tab and any(_changes.get(circle, 0) > since for circle in tab.circles)


def forget(token: str) -> None:
    """The tab shows nothing of anybody's any more."""
    _tabs.pop(token, None)


def _socket_of(token: str) -> str | None:
    namespace = _app.event_namespace if _app else None
    return namespace.token_to_sid.get(token) if namespace else None


async def changed(circles: set[UUID], *, but: str = "") -> None:
    """Ask every open page on these circles, except the one that made the change, to load again.

    A tab whose token has moved to another socket is forgotten: whoever holds the
    token now must first load the page in their own name.
    """
    _changes.update(dict.fromkeys(circles, next(_numbers)))
    for token, tab in list(_tabs.items()):
        if _socket_of(token) != tab.socket_id:
            del _tabs[token]
        elif token != but and not circles.isdisjoint(tab.circles):
            # A context of its own: an event asked for inside another event inherits that
            # one's address, headers and cookie, which here are somebody else's.
            await asyncio.create_task(_ask_to_load(token, tab), context=Context())


async def _ask_to_load(token: str, tab: Tab) -> None:
    if _app is not None:
        with _app.set_contexts():
            await _app.event_processor.enqueue(token, Event(name=tab.load, payload={}))
