"""The one place that asks what time it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _told.get() or datetime.now(UTC)


def milliseconds() -> int:
    """This moment in epoch milliseconds, as a browser counts."""
    return int(now().timestamp() * 1000)


@contextmanager
def telling(moment: datetime) -> Iterator[None]:
    """Let it be ``moment`` inside the block: the demo tells what has already happened."""
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
