"""What happens to a circle's follow-ups by themselves: the first is set, a round opens, a day
follows its meeting, and what nobody held gives way to the next.

Safe to run late, twice, and by several processes at once.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.commands.carrying_out import lock_circle
from herning_pwa.circles.models import Circle, Membership
from herning_pwa.followup.commands.following import follow_meeting
from herning_pwa.followup.models import CURRENT, Rhythm, Round, RoundState, calendar
from herning_pwa.followup.policy.cycle import asked_about
from herning_pwa.followup.queries.asked import goals_asked_about
from herning_pwa.i18n import local, today
from herning_pwa.notifications.commands import tell_there_is_news


def settle(db: Session, circle_id: UUID) -> Round | None:
    """Bring the circle's follow-ups up to this moment; gives the one that is ahead or open.

    A circle that nobody answers for rests: none, until somebody does.
    """
    lock_circle(db, circle_id)
    current = current_round(db, circle_id)
    if not _is_kept(db, circle_id):
        return current
    rhythm = rhythm_of(db, circle_id)
    current = current or _first(db, rhythm)
    follow_meeting(db, current, rhythm)
    while current.lapses_at <= clock.now():
        current.lapse()
        record(db, None, "round.lapsed", current)
        current = begin_next(db, current, rhythm, counts_from=current.due_on)
    if current.state is RoundState.PLANNED and current.opens_at <= clock.now():
        _open(db, current)
    return current


def current_round(db: Session, circle_id: UUID) -> Round | None:
    """The one that is ahead or open, as it is in the database now."""
    db.flush()
    return db.scalar(
        select(Round)
        .where(Round.circle_id == circle_id, Round.state.in_(CURRENT))
        .execution_options(populate_existing=True)
    )


def _is_kept(db: Session, circle_id: UUID) -> bool:
    answers = select(Membership.id).where(
        Membership.circle_id == circle_id, Membership.is_active, Membership.is_responsible
    )
    return db.scalar(answers) is not None


def rhythm_of(db: Session, circle_id: UUID) -> Rhythm:
    """The circle's rhythm; the usual one, from the day the circle was opened, until it is set."""
    rhythm = db.scalar(select(Rhythm).where(Rhythm.circle_id == circle_id))
    if rhythm is None:
        opened = db.get_one(Circle, circle_id).created_at
        rhythm = Rhythm(
            circle_id=circle_id, weeks=calendar.USUAL_WEEKS, started_on=local(opened).date()
        )
        db.add(rhythm)
        db.flush()
    return rhythm


def begin_next(
    db: Session, before: Round, rhythm: Rhythm, *, counts_from: date, agreed_on: date | None = None
) -> Round:
    """The follow-up after one that is over, on the day that was agreed or the rhythm's own."""
    db.flush()  # one current at a time, also for the database
    due_on = agreed_on or calendar.next_due(counts_from, rhythm.weeks)
    return _plan(
        db,
        rhythm,
        number=before.number + 1,
        counts_from=counts_from,
        due_on=due_on,
        is_agreed=agreed_on is not None,
    )


def _first(db: Session, rhythm: Rhythm) -> Round:
    start = rhythm.started_on
    due_on = calendar.first_due(start, rhythm.weeks, today=today())
    return _plan(db, rhythm, number=1, counts_from=start, due_on=due_on)


def _plan(
    db: Session,
    rhythm: Rhythm,
    *,
    number: int,
    counts_from: date,
    due_on: date,
    is_agreed: bool = False,
) -> Round:
    coming = Round(
        circle_id=rhythm.circle_id,
        number=number,
        counts_from=counts_from,
        is_agreed=is_agreed,
        state=RoundState.PLANNED,
    )
    coming.set_day(due_on, rhythm.weeks)
    db.add(coming)
    record(db, None, "round.planned", coming)
    follow_meeting(db, coming, rhythm)
    return coming


def _open(db: Session, current: Round) -> None:
    """Ask everybody who sees a goal how it goes: with a mail that says nothing, and in the app."""
    current.open()
    record(db, None, "round.opened", current)
    goals = goals_asked_about(db, current.circle_id)
    places = goals[0].circle.active_memberships if goals else []
    for place in places:
        if asked_about(place, goals):
            tell_there_is_news(db, place.person)
