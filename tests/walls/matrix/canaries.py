"""Canary words: one for each hidden thing, found nowhere else in the world."""

from __future__ import annotations

import re
from hashlib import sha256

_made: set[str] = set()

CANARY = re.compile(r"kanarie[0-9a-f]{10}")


def canary(thing: str) -> str:
    """The word that stands in ``thing`` and nowhere else."""
    _made.add(thing)
    return f"kanarie{sha256(thing.encode()).hexdigest()[:10]}"


def made() -> set[str]:
    """Every thing that has a canary in it."""
    return set(_made)


def heard_in(text: str) -> set[str]:
    """Every canary in what somebody received."""
    return set(CANARY.findall(text))
