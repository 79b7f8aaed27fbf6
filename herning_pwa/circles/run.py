"""The loop that keeps agreed times: handovers begin and end, places run out.

Access follows the clock by itself, see ``Membership.is_active``; the loop moves the
responsibility, writes down what happened, and closes and refreshes open pages. It sleeps
no longer than until the next agreed moment. Several may run at once.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Subquery, func, select, union_all
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import aliased

from herning_pwa import clock, live
from herning_pwa.activity.commands import changed_circles
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.models import Handover, Membership
from herning_pwa.db import reading, transaction
from herning_pwa.people.sessions import pages_to_close
from herning_pwa.web.sockets import cut_all

PAUSE_SECONDS = 10.0

log = logging.getLogger(__name__)


@dataclass
class CarriedOut:
    """The circles that changed, and whose open pages must close (by their sessions' hashes)."""

    circles: set[UUID] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)


async def carry_out_forever() -> None:
    """Do what is due, pause, and again; first of all what fell due while nothing ran."""
    while True:
        pause = PAUSE_SECONDS
        try:
            done = await asyncio.to_thread(carry_out_due)
            cut_all(done.closed)
            await live.changed(done.circles)
            pause = await asyncio.to_thread(seconds_to_next)
        except SQLAlchemyError as error:
            # Without its traceback, which could carry what people wrote.
            log.error("agreed times could not be looked up: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(pause)


def carry_out_due() -> CarriedOut:
    """Settle every circle in which something is due, the longest due first."""
    done = CarriedOut()
    for circle_id in _due_circles():
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


def seconds_to_next() -> float:
    """How long to sleep: to the next agreed moment, and no longer than the usual pause."""
    now, agenda = clock.now(), _agenda()
    with reading() as db:
        coming = db.scalar(select(func.min(agenda.c.at)).where(agenda.c.at > now))
    return min(PAUSE_SECONDS, (coming - now).total_seconds()) if coming else PAUSE_SECONDS


def _due_circles() -> list[UUID]:
    agenda = _agenda()
    due = select(agenda.c.circle_id).where(agenda.c.at <= clock.now()).order_by(agenda.c.at)
    with reading() as db:
        return list(dict.fromkeys(db.scalars(due)))


def _agenda() -> Subquery:
    """When something happens by itself, and where: a handover begins, it ends, a place runs
    out, or a substitute has gone before the agreed time."""
    taking = aliased(Membership)
    is_open = Handover.outcome.is_(None)
    return union_all(
        select(Handover.circle_id, Handover.starts_at.label("at")).where(
            is_open, Handover.began_at.is_(None)
        ),
        select(Handover.circle_id, Handover.ends_at).where(is_open, Handover.began_at.is_not(None)),
        select(Membership.circle_id, Membership.ends_at).where(
            Membership.ended_at.is_(None), Membership.ends_at.is_not(None)
        ),
        select(Handover.circle_id, taking.ended_at)
        .join(taking, taking.id == Handover.taking_place_id)
        .where(is_open, taking.ended_at.is_not(None)),
    ).subquery()
