"""The loop that keeps agreed times: handovers begin and end, places run out.

Access follows the clock by itself, see ``Membership.is_active``; the loop moves the
responsibility, writes down what happened, and closes and refreshes open pages.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Subquery, func, select, union_all
from sqlalchemy.orm import aliased

from herning_pwa import clock
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.models import Handover, Membership
from herning_pwa.db import reading
from herning_pwa.loops import CarriedOut, keep_times, seconds_until, settle_each


async def carry_out_forever() -> None:
    await keep_times(carry_out_due, seconds_to_next)


def carry_out_due() -> CarriedOut:
    """Settle every circle in which something is due, the longest due first."""
    return settle_each(_due_circles(), settle)


def seconds_to_next() -> float:
    agenda = _agenda()
    with reading() as db:
        return seconds_until(
            db.scalar(select(func.min(agenda.c.at)).where(agenda.c.at > clock.now()))
        )


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
