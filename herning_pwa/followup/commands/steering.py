"""Setting the rhythm, moving a follow-up, passing one over: with a reason the circle reads."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, Invalid, require
from herning_pwa.fields import checking
from herning_pwa.followup.commands.keeping import begin_next, rhythm_of, settle
from herning_pwa.followup.commands.written import (
    read_new_day,
    read_reason,
    read_start,
    read_weeks,
    refuse_if_moved,
)
from herning_pwa.followup.models import Rhythm, Round, RoundClosed, RoundState, calendar
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


def change_rhythm(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    weeks: object,
    started_on: object,
    reason: object,
) -> None:
    """Follow up every so many weeks, and count the first from when the support began.

    Raises NotFound, NotAllowed, Invalid.
    """
    circle = policy.find_circle(db, actor, circle_id)
    require(policy.may_steer(actor, circle.id))
    current = settle(db, circle.id)
    rhythm = rhythm_of(db, circle.id)
    with checking() as check:
        every, start = read_weeks(check, weeks), read_start(check, started_on)
        why = read_reason(check, reason)
    if (every, start) == (rhythm.weeks, rhythm.started_on):
        raise Invalid({"weeks": _("Nothing is changed yet. Choose another number or day.")})
    rhythm.change(actor, every, start, why)
    record(db, actor, "rhythm.changed", rhythm)
    if current is not None:
        _recount(current, rhythm)
    settle(db, circle.id)


def _recount(current: Round, rhythm: Rhythm) -> None:
    """A day that nobody has chosen, and nobody has been asked for yet, follows the new rhythm."""
    is_free = current.state is RoundState.PLANNED and not current.is_agreed and not current.carrier
    due_on = current.due_on
    if is_free and current.number == 1:
        current.counts_from = rhythm.started_on
        due_on = calendar.first_due(rhythm.started_on, rhythm.weeks, today=today())
    elif is_free:
        soonest = today() + calendar.OPENS_BEFORE
        due_on = max(soonest, calendar.next_due(current.counts_from, rhythm.weeks))
    current.set_day(due_on, rhythm.weeks)


def move_round(
    db: Session, actor: Person, *, round_id: object, shown: object, day: object, reason: object
) -> None:
    """Follow up on another day. ``shown`` is the day the page showed.

    Raises NotFound, NotAllowed, Invalid, RoundClosed, and Conflict when it has been moved
    meanwhile or a meeting carries it: moving the meeting moves the follow-up.
    """
    current = hold_current(db, actor, round_id)
    require(policy.may_steer(actor, current.circle_id))
    refuse_if_moved(current, shown)
    if current.carrier:
        raise Conflict(_("Move the meeting instead. The follow-up moves along with it."))
    with checking() as check:
        due_on, why = read_new_day(check, day, current), read_reason(check, reason)
        if due_on == current.due_on:
            check.refuse("day", _("Nothing is changed yet. Choose another day."))
    current.move(actor, due_on, rhythm_of(db, current.circle_id).weeks, why)
    record(db, actor, "round.moved", current)
    settle(db, current.circle_id)


def skip_round(
    db: Session, actor: Person, *, round_id: object, shown: object, reason: object
) -> None:
    """Pass this follow-up over; the next is a rhythm later.

    Raises NotFound, NotAllowed, Invalid, RoundClosed, and Conflict when it has been moved
    meanwhile or a meeting has been called for it.
    """
    current = hold_current(db, actor, round_id)
    require(policy.may_steer(actor, current.circle_id))
    refuse_if_moved(current, shown)
    if current.carrier:
        raise Conflict(_("A meeting has been called. Cancel the meeting first."))
    with checking() as check:
        why = read_reason(check, reason)
    current.skip(actor, why)
    record(db, actor, "round.skipped", current)
    begin_next(db, current, rhythm_of(db, current.circle_id), counts_from=current.due_on)
    settle(db, current.circle_id)


def hold_current(db: Session, actor: Person, round_id: object) -> Round:
    """The follow-up, held until the transaction ends and brought up to now.

    Raises NotFound, and RoundClosed when it is over.
    """
    found = policy.find_round(db, actor, round_id)
    current = settle(db, found.circle_id)
    if current is None or current.id != found.id:
        raise RoundClosed
    return current
