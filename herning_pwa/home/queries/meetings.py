"""What waits for one person around meetings: an answer, a preparation, a text to confirm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Membership, Role
from herning_pwa.home.queries import waiting
from herning_pwa.home.queries.waiting import Waiting
from herning_pwa.i18n import local, today
from herning_pwa.meetings.models import Answer
from herning_pwa.meetings.policy.holding import holds
from herning_pwa.meetings.queries import (
    MeetingCard,
    prepared_meetings,
    question_of,
    sight_of_answer,
    summaries_to_answer,
)
from herning_pwa.people.models import Person
from herning_pwa.ui.values import SightLine

PREPARE_FROM = timedelta(days=10)
COMES = {Answer.COMING, Answer.VIDEO}


def about_meetings(
    db: Session, actor: Person, place: Membership, ahead: Sequence[MeetingCard]
) -> list[tuple[date, Waiting]]:
    """``ahead`` are the meetings the actor is asked to. Two statements."""
    here = place.circle.name
    prepared = prepared_meetings(db, actor)
    return [
        *(waiting.for_meeting(card, here) for card in ahead if question_of(card)),
        *(waiting.for_summary(one, here) for one in summaries_to_answer(db, actor)),
        *(
            waiting.for_preparation(card, here)
            for card in ahead
            if place.role is not Role.PROFESSIONAL and _is_to_prepare(card, prepared)
        ),
    ]


def way_to_prepare(card: MeetingCard, things: Sequence[Waiting]) -> str:
    """Where one prepares for this meeting, when that is what waits."""
    href = routes.prepare(card.meeting_id)
    return href if any(thing.href == href for thing in things) else ""


def way_to_hold(card: MeetingCard, place: Membership) -> str:
    """Where the meeting is held, for a professional, on the day."""
    can_hold = card.is_on and holds(place, is_invited=card.is_invited)
    return routes.meeting_day(card.meeting_id) if can_hold else ""


def sight_of_coming(db: Session, actor: Person, card: MeetingCard) -> SightLine:
    """Who sees an answer of one tap, where one is asked for. At most three statements."""
    if not card.awaits_answer or card.awaits_marks:
        return SightLine()
    return sight_of_answer(db, actor, meeting_id=card.meeting_id)


def _is_to_prepare(card: MeetingCard, prepared: set[UUID]) -> bool:
    """Those who come are asked when it is near, once, and after they have answered."""
    day = local(datetime.fromisoformat(card.starts)).date()
    comes = card.answer in COMES and not question_of(card)
    return comes and day - today() <= PREPARE_FROM and UUID(card.meeting_id) not in prepared
