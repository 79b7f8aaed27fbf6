"""Today: what comes next, what waits, how it goes, what I promised, what others wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.circles.queries import (
    handover_notice,
)
from herning_pwa.commitments.queries.home import MyCommitment, my_commitments
from herning_pwa.desk.policy import has_a_desk
from herning_pwa.followup.queries.home import open_rounds
from herning_pwa.home.queries import waiting
from herning_pwa.home.queries.focus import FocusCard, focus_cards, with_room
from herning_pwa.home.queries.goals import living_goals
from herning_pwa.home.queries.greeting import greeting
from herning_pwa.home.queries.meetings import sight_of_coming, way_to_hold, way_to_prepare
from herning_pwa.home.queries.proposals import UnderWay, under_way
from herning_pwa.home.queries.steps import StepLine, steps_of
from herning_pwa.home.queries.things import circles_read, invited_meetings, is_here, things_waiting
from herning_pwa.home.queries.waiting import Waiting
from herning_pwa.home.queries.welcome import Welcome, no_circle, welcome
from herning_pwa.home.queries.young import Alone, alone, is_young, own_goals
from herning_pwa.i18n import _
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.notifications.queries.own_messages import key_to_ask_with
from herning_pwa.offline.queries import sent_back_line
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.latest import LastWritten, Newest
from herning_pwa.ui.values import SightLine

WAITING_SHOWN = 20
NOT_COUNTED = -1


@dataclass(frozen=True)
class TodayView:
    """The whole page. ``welcome`` speaks when there is nothing else to show yet.

    A young person's page has fewer things on it, and ``alone``.
    """

    greeting: str = ""
    news: str = ""  # who becomes, or has just become, the circle's social worker
    sent_back: str = ""  # what the reader wrote on a phone and could not be saved
    is_young: bool = False
    alone: Alone = field(default_factory=Alone)
    has_meeting: bool = False
    meeting: MeetingCard = field(default_factory=MeetingCard)
    meeting_is_next: bool = False
    meeting_sight: SightLine = field(default_factory=SightLine)  # of the answer given here
    prepare: str = ""  # where one prepares for it, when that waits
    hold: str = ""  # where a professional holds it, on the day
    waiting_heading: str = ""
    icon_number: int = NOT_COUNTED  # everything that waits, in all the reader's circles
    ask_about_messages: str = ""  # the key to ask with, when it is time to ask
    waiting: list[Waiting] = field(default_factory=list)
    calm: str = ""
    under_way: list[UnderWay] = field(default_factory=list)
    focus: list[FocusCard] = field(default_factory=list)
    steps: list[StepLine] = field(default_factory=list)
    commitments: list[MyCommitment] = field(default_factory=list)
    written: list[LastWritten] = field(default_factory=list)
    has_welcome: bool = False
    welcome: Welcome = field(default_factory=Welcome)


def today_page(db: Session, actor: Person, *, circle_id: UUID | None) -> TodayView:
    """Today, seen from the circle that is shown. Fourteen statements, three
    more when the next meeting waits for an answer, and one more for those who answer
    suggestions, however much there is."""
    sent_back = sent_back_line(db, actor)
    place = actor.membership_in(circle_id) if circle_id else None
    if place is None:
        return TodayView(
            greeting=greeting(actor.first_name),
            sent_back=sent_back,
            has_welcome=True,
            welcome=no_circle(actor),
        )
    goals = living_goals(db, actor, circles_read(actor, place))
    here = [goal for goal in goals if goal.circle_id == place.circle_id]
    newest = Newest(db, actor, here)
    ahead = invited_meetings(db, actor, place)
    meeting = next((card for card in ahead if is_here(card, place)), MeetingCard())
    rounds = open_rounds(db, actor, goals)
    things = things_waiting(db, actor, place, goals, ahead=ahead, rounds=rounds)
    prepare, hold = way_to_prepare(meeting, things), way_to_hold(meeting, place)
    first = things[0].href if things and not hold else ""
    young = is_young(place)
    cards = focus_cards(actor, own_goals(actor, here) if young else here, newest)
    return TodayView(
        greeting=greeting(actor.first_name),
        news=handover_notice(db, actor, place.circle_id).heading,
        sent_back=sent_back,
        is_young=young,
        alone=alone(actor, here) if young else Alone(),
        has_meeting=meeting.meeting_id != "",
        meeting=meeting,
        meeting_is_next=first in {meeting.href, prepare} - {""},
        meeting_sight=sight_of_coming(db, actor, meeting),
        prepare=prepare,
        hold=hold,
        icon_number=NOT_COUNTED if has_a_desk(actor) else len(things),
        ask_about_messages=key_to_ask_with(db, actor),
        **_waiting(things, first, but={meeting.href, prepare}),
        calm="" if things else _calm(cards),
        under_way=[] if young else under_way(actor, here),
        focus=_with_next(
            with_room(cards, is_asked=any(one.circle_id == place.circle_id for one in rounds)),
            is_free=not things and not hold,
        ),
        steps=steps_of(actor, goals),
        commitments=my_commitments(db, actor, circle_id=place.circle_id),
        written=newest.by_adults() if young else newest.by_others(),
        has_welcome=not here,
        welcome=welcome(place),
    )


def _waiting(things: list[Waiting], first: str, *, but: set[str]) -> dict[str, Any]:
    """What is listed: the next meeting has a card of its own."""
    marked = [
        replace(thing, is_next=n == 0 and thing.href == first) for n, thing in enumerate(things)
    ]
    listed = [thing for thing in marked if thing.href not in but]
    return {
        "waiting": listed[:WAITING_SHOWN],
        "waiting_heading": waiting.heading(len(listed)) if listed else "",
    }


def _calm(cards: Sequence[FocusCard]) -> str:
    if _silent(cards):
        return _("Nothing is waiting for you. You are welcome to say how it is going.")
    return _("Nothing is waiting for you.")


def _silent(cards: Sequence[FocusCard]) -> list[FocusCard]:
    """Goals the reader may speak about and has not spoken about lately."""
    return [card for card in cards if card.now.form.can_record and not card.now.is_mine_fresh]


def _with_next(cards: list[FocusCard], *, is_free: bool) -> list[FocusCard]:
    """When nothing else waits, the first goal the reader has not spoken about lately is next."""
    silent = _silent(cards)
    following = silent[0].href if is_free and silent else ""
    return [replace(card, is_next=card.href == following) for card in cards]
