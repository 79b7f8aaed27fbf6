"""The desk: first what waits, then what is good to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries import handovers_to_me
from herning_pwa.desk import policy
from herning_pwa.desk.queries.follow_ups import follow_up_lines
from herning_pwa.desk.queries.fresh import new_progress
from herning_pwa.desk.queries.lines import Line
from herning_pwa.desk.queries.meetings import prepared_lines, unsent_and_unanswered
from herning_pwa.desk.queries.quiet import silent_circles, still_goals
from herning_pwa.desk.queries.waiting import meeting_line, waiting_lines
from herning_pwa.errors import NotFound
from herning_pwa.i18n import _, ngettext
from herning_pwa.meetings.policy.holding import holds
from herning_pwa.meetings.queries import MeetingCard, meetings_ahead, question_of
from herning_pwa.people.models import Person

MEETINGS_SHOWN = 5


@dataclass(frozen=True)
class DeskView:
    """Each list is short and already in order."""

    coming: list[str] = field(default_factory=list)  # circles that will be handed to the reader
    waiting_heading: str = ""
    icon_number: int = -1  # how much waits; before it is known, less than none
    waiting: list[Line] = field(default_factory=list)
    prepared: list[Line] = field(default_factory=list)
    summaries: list[Line] = field(default_factory=list)
    meetings: list[Line] = field(default_factory=list)
    follow_ups: list[Line] = field(default_factory=list)
    still: list[Line] = field(default_factory=list)
    silent: list[Line] = field(default_factory=list)
    fresh: list[Line] = field(default_factory=list)


def desk_page(db: Session, actor: Person) -> DeskView:
    """The desk of a professional; NotFound for others.

    Twenty statements at most, whatever the number of circles and goals.
    """
    if not policy.has_a_desk(actor):
        raise NotFound
    ahead = _ahead(db, actor)
    now, held = _meetings_now(actor, ahead)
    waiting = waiting_lines(db, actor, now, held=held)
    return DeskView(
        coming=handovers_to_me(db, actor),
        waiting_heading=_heading(len(waiting)),
        icon_number=len(waiting),
        waiting=waiting,
        prepared=prepared_lines(db, actor),
        summaries=unsent_and_unanswered(db, actor),
        meetings=_coming([card for card in ahead if card not in now]),
        follow_ups=follow_up_lines(db, actor),
        still=still_goals(db, actor),
        silent=silent_circles(db, actor),
        fresh=new_progress(db, actor),
    )


def waiting_at_desk(db: Session, actor: Person) -> list[Line]:
    """What waits for the professional, and nothing else of the desk."""
    now, held = _meetings_now(actor, _ahead(db, actor))
    return waiting_lines(db, actor, now, held=held)


def _ahead(db: Session, actor: Person) -> list[MeetingCard]:
    worked_in = {str(place.circle_id) for place in policy.places_worked_in(actor)}
    return [card for card in meetings_ahead(db, actor) if card.circle_id in worked_in]


def _meetings_now(actor: Person, ahead: list[MeetingCard]) -> tuple[list[MeetingCard], set[str]]:
    """Those that ask the professional for something, and the ids of those held today."""
    places = {str(place.circle_id): place for place in policy.places_worked_in(actor)}
    held = {card.meeting_id for card in ahead if _is_held(card, places[card.circle_id])}
    return [card for card in ahead if question_of(card) or card.meeting_id in held], held


def _coming(ahead: list[MeetingCard]) -> list[Line]:
    return [meeting_line(card) for card in ahead[:MEETINGS_SHOWN]]


def _is_held(card: MeetingCard, place: Membership) -> bool:
    return card.is_on and holds(place, is_invited=card.is_invited)


def _heading(count: int) -> str:
    if not count:
        return _("Waiting for me")
    return ngettext("Waiting for me ({n})", "Waiting for me ({n})", count)
