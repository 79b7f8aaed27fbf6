"""What the loops share: they live on whatever goes wrong, and those that keep agreed times
do what is due, tell the open pages, sleep.

Such a loop sleeps no longer than until its next agreed moment. Several may run at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import clock, live
from herning_pwa.activity.commands import changed_circles
from herning_pwa.db import transaction
from herning_pwa.people.sessions import pages_to_close
from herning_pwa.web.sockets import cut_all

PAUSE_SECONDS = 10.0

log = logging.getLogger(__name__)


@dataclass
class CarriedOut:
    """The circles that changed, and whose open pages must close (by their sessions' hashes)."""

    circles: set[UUID] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)


@contextmanager
def living_on(otherwise: str) -> Iterator[None]:
    """Whatever goes wrong in here is logged as ``otherwise``, and holds back nothing behind it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - no mistake in one thing may end a loop for all
        # Its kind alone: words and traceback could carry names and what people wrote.
        log.error("%s: %s", otherwise, type(error).__name__)  # noqa: TRY400


async def keep_times(carry_out: Callable[[], CarriedOut], pause: Callable[[], float]) -> None:
    """Do what is due, pause, and again; first of all what fell due while nothing ran."""
    while True:
        seconds = PAUSE_SECONDS
        with living_on("agreed times were not kept"):
            done = await asyncio.to_thread(carry_out)
            cut_all(done.closed)
            await live.changed(done.circles)
            seconds = await asyncio.to_thread(pause)
        await asyncio.sleep(seconds)


def settle_each(
    circle_ids: Iterable[UUID], settle: Callable[[Session, UUID], object]
) -> CarriedOut:
    """Settle each circle in a transaction of its own; the next round tries again what failed."""
    done = CarriedOut()
    for circle_id in circle_ids:
        with living_on(f"circle {circle_id} was not settled"):
            with transaction() as db:
                settle(db, circle_id)
                circles, closed = set(changed_circles(db)), set(pages_to_close(db))
            done.circles |= circles
            done.closed |= closed
    return done


def seconds_until(coming: datetime | None) -> float:
    """How long to sleep: to that moment, and no longer than the usual pause."""
    if coming is None:
        return PAUSE_SECONDS
    return min(PAUSE_SECONDS, (coming - clock.now()).total_seconds())
