"""What staff reach before they have shown a second factor: their own settings, nothing else.

Passwords alone do not guard municipal access (Datatilsynet, 14 March 2024). The gate refuses
every handler, ``people.running`` every query and command, and ``load_actor`` every HTTP route,
except what is marked here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Work = TypeVar("Work", bound=Callable[..., Any])

_MARK = "_without_second_factor"


def without_second_factor(work: Work) -> Work:
    """Open a handler, and the query or command it runs, to staff who have no factor yet.

    On a handler it goes under ``@rx.event``. Both need the mark.
    """
    setattr(work, _MARK, True)
    return work


def is_open_without_second_factor(work: Callable[..., Any]) -> bool:
    return bool(getattr(work, _MARK, False))
