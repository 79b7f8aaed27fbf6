"""One thing a person has written themself, wherever in the app. Each room gives its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class OwnWord:
    """What it is, about what, in which circle, when, and the person's own words by part.

    ``kind`` and ``id`` are for machines, the rest is worded. ``about`` never holds the words
    of somebody else that the person may no longer read. ``state`` says so when the words no
    longer stand.
    """

    kind: str
    id: UUID
    label: str
    written_at: datetime
    circle_id: UUID | None
    parts: tuple[tuple[str, str], ...]
    about: str = ""
    state: str = ""


def said(*parts: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """The parts in which something was written."""
    return tuple((name, text) for name, text in parts if text)
