"""What happens in a circle by itself when its time has come: handovers begin and end, and
places run out. Safe to run late, twice, and by several processes at once.

Nobody gets in early because of this, and nobody stays because of a delay: a place past its
``ends_at`` is over, whether or not anybody has come by to write it down.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.commands.leaving import close_links_of
from herning_pwa.circles.models import Circle, Handover, Membership, Relation, Role
from herning_pwa.circles.models.handover import Outcome
from herning_pwa.commitments.commands import release_all_of
from herning_pwa.meetings.commands.letters import take_out_of_calendar
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.notifications.commands.subscribing import end_messages_without_place
from herning_pwa.people.models import Staff
from herning_pwa.people.sessions import close_pages_of


def settle(db: Session, circle_id: UUID) -> None:
    """Carry out whatever is due in the circle, in the order it was to happen."""
    lock_circle(db, circle_id)
    handover = open_handover(db, circle_id)
    if handover and handover.is_ahead and handover.starts_at <= clock.now():
        begin(db, handover)
    if handover and handover.is_running:
        _end_if_over(db, handover)
    for place in _overdue(db, circle_id):
        _run_out(db, place)


def lock_circle(db: Session, circle_id: UUID) -> None:
    """One at a time: whoever hands over, takes back or carries out waits here."""
    statement = select(Circle.id).where(Circle.id == circle_id)
    db.execute(statement.with_for_update(key_share=True))


def open_handover(db: Session, circle_id: UUID) -> Handover | None:
    """The one that is ahead or running, as it is in the database now."""
    return db.scalar(
        select(Handover)
        .where(Handover.circle_id == circle_id, Handover.outcome.is_(None))
        .execution_options(populate_existing=True)
    )


def begin(db: Session, handover: Handover) -> None:
    """Move the responsibility to the other professional, or let the handover lapse."""
    giving = handover.giving_place
    taking = _living_place(db, handover)
    can_take = taking is None or taking.role is Role.PROFESSIONAL
    can_give = giving.is_responsible and giving.ended_at is None
    if not (can_give and can_take) or handover.given_to.staff is not Staff.PROFESSIONAL:
        _lapse(db, handover)
        return
    giving.is_responsible = False
    db.flush()  # one responsible at a time, also for the database
    taking = taking or _new_place(db, handover)
    taking.is_responsible, taking.responsible_until = True, handover.ends_at
    if handover.is_for_good:
        taking.ends_at = None
    handover.begin(taking)
    record(db, None, "handover.begun", handover)
    close_pages_of(db, handover.given_by_id)


def _living_place(db: Session, handover: Handover) -> Membership | None:
    """The place the taker has already; one that has run out is closed first."""
    place = db.scalar(
        select(Membership)
        .where(
            Membership.circle_id == handover.circle_id,
            Membership.person_id == handover.given_to_id,
            Membership.ended_at.is_(None),
        )
        .execution_options(populate_existing=True)
    )
    if place is None or place.is_active:
        return place
    _run_out(db, place)
    db.flush()
    return None


def _new_place(db: Session, handover: Handover) -> Membership:
    place = Membership(
        circle_id=handover.circle_id,
        person_id=handover.given_to_id,
        role=Role.PROFESSIONAL,
        relation=Relation.SOCIAL_WORKER,
        started_at=handover.starts_at,
        ends_at=handover.ends_at,
        invited_by_id=handover.given_by_id,
    )
    db.add(place)
    return place


def _lapse(db: Session, handover: Handover) -> None:
    """The other one cannot take over any more: all stays as it was, and the giver hears of it."""
    if handover.is_for_good:
        handover.giving_place.ends_at = None
    handover.close(Outcome.LAPSED)
    record(db, None, "handover.lapsed", handover)
    tell_there_is_news(db, handover.given_by, can_wait=False)


def _end_if_over(db: Session, handover: Handover) -> None:
    taking = handover.taking_place
    if handover.ends_at and handover.ends_at <= clock.now():
        end(db, handover, Outcome.OVER)
    elif taking is None or not taking.is_active:
        end(db, handover, Outcome.BACK_EARLY)


def end(db: Session, handover: Handover, outcome: Outcome) -> None:
    """The one who gave the circle away has it again.

    Should they have left meanwhile, the substitute goes on: a circle is never without.
    """
    giving, taking = handover.giving_place, handover.taking_place
    if taking is not None and giving.is_active:
        taking.is_responsible = False
        db.flush()
        giving.is_responsible = True
    elif taking is not None and taking.ended_at is None:
        taking.is_responsible, taking.ends_at, outcome = True, None, Outcome.CARRIED_OUT
    if taking is not None and outcome is Outcome.BACK_EARLY and _was_made_for(handover, taking):
        taking.ends_at = clock.now()
    handover.close(outcome)
    record(db, None, "handover.ended", handover)
    close_pages_of(db, handover.given_to_id)


def _was_made_for(handover: Handover, place: Membership) -> bool:
    return place.started_at == handover.starts_at


def _overdue(db: Session, circle_id: UUID) -> list[Membership]:
    statement = select(Membership).where(
        Membership.circle_id == circle_id,
        Membership.ended_at.is_(None),
        Membership.ends_at <= clock.now(),
    )
    return list(db.scalars(statement.order_by(Membership.ends_at)))


def _run_out(db: Session, place: Membership) -> None:
    """Write down that the place is over since its agreed end."""
    place.ended_at = place.ends_at
    close_links_of(db, place, by=None)
    release_all_of(db, place)
    take_out_of_calendar(db, place)
    record(db, None, "membership.ran_out", place)
    close_pages_of(db, place.person_id)
    end_messages_without_place(db, place.person)
