"""Acts at the very same moment: on real transactions in real threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy.orm import Session

from herning_pwa.db import transaction
from herning_pwa.errors import Conflict


def at_once(*acts: Callable[[Session], object]) -> list[bool]:
    """Run the acts in transactions that begin together; whether each went through."""
    start = Barrier(len(acts))

    def run(act: Callable[[Session], object]) -> bool:
        start.wait()
        try:
            with transaction() as db:
                act(db)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))
