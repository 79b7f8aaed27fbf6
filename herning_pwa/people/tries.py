"""Counting tries in a window that moves with the clock.

Libraries count too, but none gives back a try that turned out to be right, and a window that
stands still lets twice as many through where two of them meet.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import NamedTuple

from herning_pwa import clock

SWEEP_SECONDS = 60


class Limit(NamedTuple):
    """So many within so many seconds, whenever they begin."""

    amount: int
    seconds: int


@dataclass(frozen=True)
class Permit:
    """Whether a try will be looked at; else ``wait`` is the seconds until one will be."""

    wait: int = 0

    def __bool__(self) -> bool:
        return self.wait == 0


Counted = tuple[Limit, tuple[str, ...]]


class Tries:
    """When each of the last tries was, for every limit and whom it is about; in memory."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def take(self, limit: Limit, *whom: str, cost: int = 1) -> Permit:
        """Count ``cost`` tries now, in one step; or none of them."""
        with self._lock:
            now = clock.now().timestamp()
            self._sweep(now)
            times = self._times.setdefault((limit, whom), deque())
            _drop_old(times, now - limit.seconds)
            too_many = len(times) + cost - limit.amount
            if too_many > 0:
                return Permit(max(1, ceil(times[too_many - 1] + limit.seconds - now)))
            times.extend([now] * cost)
            return Permit()

    def give_back(self, limit: Limit, *whom: str) -> None:
        """As if the latest try had not been."""
        with self._lock:
            times = self._times.get((limit, whom))
            if times:
                times.pop()

    def forget(self) -> None:
        """Start counting afresh."""
        self._times: dict[Counted, deque[float]] = {}
        self._swept = 0.0

    def _sweep(self, now: float) -> None:
        """Keep nothing about who has stopped trying."""
        if now < self._swept + SWEEP_SECONDS:
            return
        self._swept = now
        for (limit, whom), times in list(self._times.items()):
            _drop_old(times, now - limit.seconds)
            if not times:
                del self._times[limit, whom]


def _drop_old(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()
