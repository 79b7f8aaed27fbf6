"""What can happen to a connection, and to the bytes that go one way through it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

BLANK_LINE = b"\r\n\r\n"
LENGTH = re.compile(rb"(?i)content-length: *(\d+)")


class Part(StrEnum):
    """Where in an exchange the line can fail. Before the answer is where the work is done."""

    REQUEST_HEAD = "request head"
    REQUEST_BODY = "request body"
    BEFORE_ANSWER = "before the answer"
    ANSWER_HEAD = "answer head"
    ANSWER_BODY = "answer body"


UP = frozenset({Part.REQUEST_HEAD, Part.REQUEST_BODY})
DOWN = frozenset(Part) - UP


class Ending(StrEnum):
    """How it fails: with a goodbye, torn off, or half open and silent from then on."""

    CLOSED = "closed"
    RESET = "reset"
    SILENT = "silent"


@dataclass(frozen=True)
class Weather:
    """What happens to one connection. Of the part ``cut`` the ``share`` (0-1) still gets through.

    ``twice`` brings the request to the server two times at the same moment.
    """

    cut: Part | None = None
    share: float = 0.0
    ending: Ending = Ending.RESET
    pause: float = 0.0  # seconds before the first byte
    twice: bool = False


FAIR = Weather()


class Stream:
    """The bytes of one direction, up to the point where the weather cuts them."""

    def __init__(self, weather: Weather, parts: frozenset[Part]) -> None:
        self.is_cut = False
        self._part = weather.cut if weather.cut in parts else None
        self._share = weather.share
        self._sent, self._passed = b"", 0

    def lets_through(self, chunk: bytes) -> bytes:
        """What of this chunk, and of what was held back before it, goes on."""
        if self._part is None:
            return chunk
        self._sent += chunk
        last = self._last_byte()
        if last is None:
            return b""
        passing = self._sent[self._passed : last]
        self._passed += len(passing)
        self.is_cut = self._passed >= last
        return passing

    def _last_byte(self) -> int | None:
        """Where the cut is; None until the whole head has come and tells."""
        if self._part is Part.BEFORE_ANSWER:
            return 0
        head, blank_line, _body = self._sent.partition(BLANK_LINE)
        if not blank_line:
            return None
        if self._part in (Part.REQUEST_HEAD, Part.ANSWER_HEAD):
            return round(self._share * len(head))
        length = LENGTH.search(head)
        return len(head + blank_line) + round(self._share * int(length[1] if length else 0))
