"""What the loops that keep agreed times share: do what is due, tell the open pages, sleep.

A loop sleeps no longer than until its next agreed moment. Several may run at once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
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


async def keep_times(carry_out: Callable[[], CarriedOut], pause: Callable[[], float]) -> None:
    """Do what is due, pause, and again; first of all what fell due while nothing ran."""
    while True:
        seconds = PAUSE_SECONDS
        try:
            done = await asyncio.to_thread(carry_out)
            cut_all(done.closed)
            await live.changed(done.circles)
            seconds = await asyncio.to_thread(pause)
        except SQLAlchemyError as error:
            # Without its traceback, which could carry what people wrote.
            log.error("agreed times could not be looked up: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(seconds)


def settle_each(
    circle_ids: Iterable[UUID], settle: Callable[[Session, UUID], object]
) -> CarriedOut:
    """Settle each circle in a transaction of its own."""
    done = CarriedOut()
    for circle_id in circle_ids:
        try:
            with transaction() as db:
                settle(db, circle_id)
                circles, closed = set(changed_circles(db)), set(pages_to_close(db))
        except SQLAlchemyError as error:  # the next round tries again; the others must not wait
            log.error("circle %s was not settled: %s", circle_id, type(error).__name__)  # noqa: TRY400
        else:
            done.circles |= circles
            done.closed |= closed
    return done


def seconds_until(coming: datetime | None) -> float:
    """How long to sleep: to that moment, and no longer than the usual pause."""
    if coming is None:
        return PAUSE_SECONDS
    return min(PAUSE_SECONDS, (coming - clock.now()).total_seconds())
