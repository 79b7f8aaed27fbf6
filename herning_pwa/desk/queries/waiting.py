"""What waits for the professional, by the date that was promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from herning_pwa.desk.queries.lines import Line
from herning_pwa.goals.queries import WaitingProposal, waiting_proposals
from herning_pwa.i18n import _, local
from herning_pwa.meetings.queries import MeetingCard
from herning_pwa.people.models import Person

WAITING_SHOWN = 50


def waiting_lines(
    db: Session, actor: Person, circles: dict[str, str], meetings: Iterable[MeetingCard]
) -> list[Line]:
    """Proposals and meetings to answer, the earliest promise first.

    ``circles`` are the professional's own: names by id.
    """
    proposals = [
        (proposal.due_on, _proposal(proposal))
        for proposal in waiting_proposals(db, actor)
        if proposal.circle_id in circles
    ]
    unanswered = [(_day(card), meeting_line(card, circles)) for card in meetings]
    in_order: list[tuple[date, Line]] = sorted(
        [*proposals, *unanswered], key=lambda dated: dated[0]
    )
    return [line for _due, line in in_order[:WAITING_SHOWN]]


def _proposal(proposal: WaitingProposal) -> Line:
    return Line(
        circle=proposal.circle_name,
        circle_id=proposal.circle_id,
        what=proposal.ask,
        words=proposal.title,
        since=proposal.since_label,
        due=proposal.due_label,
        is_late=proposal.is_overdue,
        act=_("Answer"),
        kind="goal",
        target=proposal.goal_id,
    )


def meeting_line(card: MeetingCard, circles: dict[str, str]) -> Line:
    """A meeting: to answer, or only to know of."""
    waits = card.awaits_answer
    return Line(
        circle=card.circle_name,
        circle_id=_circle_called(card.circle_name, circles),
        what=_("{meeting}: are you coming?").format(meeting=card.kind) if waits else card.kind,
        due=card.when,
        since=card.where,
        act=_("Answer") if waits else _("See the meeting"),
        kind="meeting",
        target=card.meeting_id,
    )


def _circle_called(name: str, circles: dict[str, str]) -> str:
    """The circle's id; empty when two of the professional's circles share the name."""
    ids = [circle_id for circle_id, called in circles.items() if called == name]
    return ids[0] if len(ids) == 1 else ""


def _day(card: MeetingCard) -> date:
    return local(datetime.fromisoformat(card.starts)).date()
