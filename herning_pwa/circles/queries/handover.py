"""What is shown of a handover: to everybody in the circle, and to the two professionals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock, routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Handover
from herning_pwa.circles.queries.find import find_circle
from herning_pwa.circles.queries.handing import FORM, TOLD, Lasting
from herning_pwa.errors import NotFound
from herning_pwa.i18n import _, local, long_date, today
from herning_pwa.people.models import Person

STILL_NEWS = timedelta(days=7)
SHOWN_AT_MOST = 20


@dataclass(frozen=True)
class HandOverView:
    """/kreds/overdrag. ``fields`` fill the form; ``notice`` is what stands now, if anything."""

    fields: dict[str, str] = field(default_factory=dict)
    handover_id: str = ""
    notice: words.HandoverWords = field(default_factory=words.HandoverWords)
    can_hand_over: bool = False
    can_take_back: bool = False
    can_end_early: bool = False
    ending_early: str = ""
    earlier: list[str] = field(default_factory=list)


def handover_notice(db: Session, actor: Person, circle_id: UUID) -> words.HandoverWords:
    """What the circle is told now: what is ahead or running, and for a week what has been.

    Empty for somebody who has no place there. One statement.
    """
    place = actor.membership_in(circle_id)
    if place is None:
        return words.HandoverWords()
    handover = db.scalar(
        select(Handover)
        .options(joinedload(Handover.given_by), joinedload(Handover.given_to))
        .where(
            Handover.circle_id == circle_id,
            or_(Handover.outcome.is_(None), Handover.closed_at > clock.now() - STILL_NEWS),
        )
        .order_by(Handover.written_at.desc(), Handover.id.desc())
        .limit(1)
    )
    if handover is None:
        return words.HandoverWords()
    says = words.handover_words(handover)
    if handover.outcome is not None:
        return says
    is_one_of_them = actor.id in {handover.given_by_id, handover.given_to_id}
    return replace(
        says,
        reason=_reason(handover) if words.reads_the_reason(place.role) else "",
        href=routes.HAND_OVER if is_one_of_them else "",
    )


def _reason(handover: Handover) -> str:
    if handover.assigned_by_id:
        return _("The municipality writes: {reason}").format(reason=handover.reason)
    return _("{giver} writes: {reason}").format(
        giver=handover.given_by.first_name, reason=handover.reason
    )


def hand_over_page(db: Session, actor: Person, *, circle_id: object) -> HandOverView:
    """For the one with the responsibility, and for both while a substitute has it; NotFound
    for everybody else. Three statements."""
    circle = find_circle(db, actor, circle_id)
    rows = db.scalars(
        policy.handovers_visible_to(actor)
        .options(joinedload(Handover.given_by), joinedload(Handover.given_to))
        .where(Handover.circle_id == circle.id)
        .order_by(Handover.written_at.desc(), Handover.id.desc())
        .limit(SHOWN_AT_MOST)
    ).all()
    now = next((row for row in rows if row.outcome is None), None)
    is_mine = policy.may_hand_over(actor, circle.id)
    if not is_mine and (now is None or not policy.may_end_early(actor, now)):
        raise NotFound
    if now is None:
        return HandOverView(fields=_empty(circle.id), can_hand_over=True, earlier=_earlier(rows))
    return HandOverView(
        fields=_filled(now),
        handover_id=str(now.id),
        notice=handover_notice(db, actor, circle.id),
        can_take_back=now.is_ahead and policy.may_take_back(actor, now),
        can_end_early=policy.may_end_early(actor, now),
        ending_early=_ending_early(actor, now),
        earlier=_earlier(rows),
    )


def _empty(circle_id: UUID) -> dict[str, str]:
    """The form to begin with: from tomorrow, for a period."""
    tomorrow = (today() + timedelta(days=1)).isoformat()
    begun = {"circle_id": str(circle_id), "lasting": Lasting.PERIOD, "starts_on": tomorrow}
    return dict.fromkeys(FORM, "") | begun


def _filled(handover: Handover) -> dict[str, str]:
    """The form as it was sent."""
    ends_at = handover.ends_at
    return {
        "circle_id": str(handover.circle_id),
        "handover_id": str(handover.id),
        "who": handover.given_to.email or handover.given_to.first_name,
        "lasting": Lasting.PERIOD if ends_at else Lasting.FOR_GOOD,
        "starts_on": local(handover.starts_at).date().isoformat(),
        "back_on": local(ends_at).date().isoformat() if ends_at else "",
        "reason": handover.reason,
        "told": TOLD if handover.told_by_phone else "",
    }


def _ending_early(actor: Person, handover: Handover) -> str:
    """What the button does, to the one who presses it."""
    if actor.id == handover.given_by_id:
        return _("You are the social worker again from this moment. Everybody is told.")
    return _("{giver} is the social worker again from this moment. Everybody is told.").format(
        giver=handover.given_by.first_name
    )


def _earlier(rows: Sequence[Handover]) -> list[str]:
    return [words.earlier_handover(row) for row in rows if row.outcome is not None]


def handovers_to_me(db: Session, actor: Person) -> list[str]:
    """For the desk: what will be handed to this professional. Names no child. One statement."""
    rows = db.scalars(
        select(Handover)
        .options(joinedload(Handover.given_by))
        .where(
            Handover.given_to_id == actor.id,
            Handover.outcome.is_(None),
            Handover.began_at.is_(None),
        )
        .order_by(Handover.starts_at)
        .limit(SHOWN_AT_MOST)
    )
    return [_coming(row) for row in rows]


def _coming(handover: Handover) -> str:
    giver, start = handover.given_by.first_name, long_date(local(handover.starts_at).date())
    if handover.ends_at is None:
        return _("{giver} hands a circle on to you for good on {start}.").format(
            giver=giver, start=start
        )
    return _("You stand in for {giver} in a circle from {start} until {end}.").format(
        giver=giver, start=start, end=long_date(local(handover.ends_at).date())
    )
