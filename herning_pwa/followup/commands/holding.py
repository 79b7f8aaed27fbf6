"""Closing a follow-up: it has been held, and the next one has a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import checking, plain
from herning_pwa.followup.commands.following import carriers
from herning_pwa.followup.commands.keeping import begin_next, rhythm_of, settle
from herning_pwa.followup.commands.steering import hold_current
from herning_pwa.followup.commands.written import read_next_day, refuse_if_moved
from herning_pwa.followup.models import Rhythm, Round, RoundState, calendar
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.i18n import _, local, long_date, today
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import find_meeting
from herning_pwa.people.models import Person


def hold_round(db: Session, actor: Person, *, meeting_id: object, next_on: object = "") -> Round:
    """The follow-up was held at this meeting; gives the next one, on ``next_on``.

    ``next_on`` is ``YYYY-MM-DD``; empty leaves it to the rhythm. Saying it twice is fine, and two
    homes that are met apart have one follow-up together. Raises NotFound, NotAllowed, Invalid,
    and Conflict when somebody has set another next day.
    """
    meeting = find_meeting(db, actor, meeting_id)
    require(policy.may_hold(actor, meeting.circle_id))
    current = settle(db, meeting.circle_id)
    if current is None:
        raise NotFound
    if _was_held_at(db, meeting.id) or _was_held_around(db, meeting, current):
        return _already_held(current, next_on)
    return _close(db, actor, current, meeting.id, next_on)


def hold_follow_up(
    db: Session, actor: Person, *, round_id: object, shown: object, next_on: object = ""
) -> Round:
    """The follow-up was held without a meeting in the app. Arguments and errors as above."""
    current = hold_current(db, actor, round_id)
    require(policy.may_hold(actor, current.circle_id))
    refuse_if_moved(current, shown)
    return _close(db, actor, current, None, next_on)


def _close(
    db: Session, actor: Person, current: Round, meeting_id: UUID | None, next_on: object
) -> Round:
    with checking() as check:
        agreed_on = read_next_day(check, next_on, current)
    current.hold(actor, meeting_id)
    record(db, actor, "round.held", current)
    rhythm = rhythm_of(db, current.circle_id)
    coming = begin_next(
        db,
        current,
        rhythm,
        counts_from=_last_day(current),
        agreed_on=agreed_on or _day_of_the_next_meeting(db, current, rhythm),
    )
    settle(db, current.circle_id)
    return coming


def _day_of_the_next_meeting(db: Session, held: Round, rhythm: Rhythm) -> date | None:
    """When the next follow-up meeting is called already, however soon; the rhythm's day is the
    latest."""
    last = _last_day(held)
    days = [local(meeting.starts_at).date() for meeting in carriers(db, [held.circle_id])]
    return next((day for day in days if last < day <= calendar.next_due(last, rhythm.weeks)), None)


def _last_day(held: Round) -> date:
    """What the next one counts from. A follow-up held early keeps its day: the whole circle sees
    it, and the meeting may have been with one home alone."""
    return max(held.due_on, today())


def _was_held_at(db: Session, meeting_id: UUID) -> bool:
    held = select(Round.id).where(Round.meeting_id == meeting_id, Round.state == RoundState.HELD)
    return db.scalar(held) is not None


def _was_held_around(db: Session, meeting: Meeting, coming: Round) -> bool:
    """At another meeting so near that this one is the same follow-up, unless it is the coming
    one's: that one nobody has been asked about yet."""
    if coming.is_open or coming.meeting_id == meeting.id:
        return False
    held = select(Meeting.starts_at).join(Round, Round.meeting_id == Meeting.id)
    days = db.scalars(
        held.where(Round.circle_id == meeting.circle_id, Round.state == RoundState.HELD)
    )
    day, weeks = local(meeting.starts_at).date(), rhythm_of(db, meeting.circle_id).weeks
    return any(calendar.belongs_to(day, local(at).date(), weeks) for at in days)


def _already_held(coming: Round, next_on: object) -> Round:
    if plain(next_on) in {"", coming.due_on.isoformat()}:
        return coming
    raise Conflict(
        _("The follow-up has been closed already. The next one is {day}.").format(
            day=long_date(coming.due_on)
        )
    )
