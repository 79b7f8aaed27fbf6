"""The loop that keeps follow-ups: the first is set, rounds open, days follow their meetings.

Safe to run late, twice and in several processes; what it does stands in commands/keeping.py.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, union_all
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock
from herning_pwa.circles.models import Membership
from herning_pwa.db import reading
from herning_pwa.followup.commands.following import carriers, day_and_meeting
from herning_pwa.followup.commands.keeping import settle
from herning_pwa.followup.models import CURRENT, Rhythm, Round, RoundState
from herning_pwa.followup.policy.cycle import can_carry_a_round
from herning_pwa.loops import CarriedOut, keep_times, seconds_until, settle_each
from herning_pwa.meetings.models import Meeting


async def keep_follow_ups_forever() -> None:
    await keep_times(keep_due, seconds_to_next)


def keep_due() -> CarriedOut:
    """Bring every circle up to now in which something is due."""
    with reading() as db:
        due = [*_without_a_round(db), *_at_their_moment(db), *_out_of_step(db)]
    return settle_each(dict.fromkeys(due), settle)


def seconds_to_next() -> float:
    """To the next moment a round opens or gives way."""
    moments = union_all(
        select(Round.opens_at.label("at")).where(Round.state == RoundState.PLANNED),
        select(Round.lapses_at).where(Round.state.in_(CURRENT)),
    ).subquery()
    with reading() as db:
        return seconds_until(
            db.scalar(select(func.min(moments.c.at)).where(moments.c.at > clock.now()))
        )


def _kept_circles() -> Select[UUID]:
    """Circles that a professional answers for; the others rest."""
    return select(Membership.circle_id).where(Membership.is_active, Membership.is_responsible)


def _without_a_round(db: Session) -> list[UUID]:
    has_one = exists().where(Round.circle_id == Membership.circle_id, Round.state.in_(CURRENT))
    return list(db.scalars(_kept_circles().where(~has_one)))


def _at_their_moment(db: Session) -> list[UUID]:
    now = clock.now()
    opens = and_(Round.state == RoundState.PLANNED, Round.opens_at <= now)
    due = or_(opens, Round.lapses_at <= now)
    return list(db.scalars(select(Round.circle_id).where(_is_kept(), due).order_by(Round.opens_at)))


def _out_of_step(db: Session) -> list[UUID]:
    """A meeting was called, moved or called off, and the follow-up has not followed yet."""
    meeting_ahead = exists().where(
        Meeting.circle_id == Round.circle_id, Meeting.ends_at > clock.now(), can_carry_a_round()
    )
    rows = db.execute(
        select(Round, Rhythm.weeks)
        .join(Rhythm, Rhythm.circle_id == Round.circle_id)
        .where(_is_kept(), or_(Round.meeting_id.is_not(None), meeting_ahead))
        .options(joinedload(Round.meeting))
    ).all()
    meetings = carriers(db, [current.circle_id for current, _weeks in rows]) if rows else []
    return [
        current.circle_id
        for current, weeks in rows
        if day_and_meeting(current, weeks, meetings) != (current.due_on, current.meeting)
    ]


def _is_kept() -> ColumnElement[bool]:
    return and_(Round.state.in_(CURRENT), Round.circle_id.in_(_kept_circles()))
