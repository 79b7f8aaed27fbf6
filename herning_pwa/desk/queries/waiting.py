"""What waits for the professional, by the date that was promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import exists
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.queries import SuggestionLine, suggestions_waiting_for
from herning_pwa.desk.queries.lines import Line
from herning_pwa.desk.queries.meetings import summaries_waiting
from herning_pwa.goals.models import Answer, Goal, Wording, WordingState
from herning_pwa.goals.models.agreement import is_asked
from herning_pwa.goals.policy import visible_to
from herning_pwa.goals.queries.asking import asking
from herning_pwa.goals.queries.load import with_circle
from herning_pwa.goals.words import due_label
from herning_pwa.i18n import _, local, relative_day, today
from herning_pwa.meetings.queries import MeetingCard, question_of
from herning_pwa.people.models import Person

WAITING_SHOWN = 50


def waiting_lines(
    db: Session, actor: Person, meetings: Iterable[MeetingCard], *, held: set[str]
) -> list[Line]:
    """Proposals, suggestions, meetings and texts to answer, the earliest promise first; and the
    meetings to be held today, whose ids are in ``held``.

    Five statements.
    """
    proposals = [
        (wording.answer_due_on or today(), _proposal(actor, goal, wording))
        for goal, wording in _proposals(db, actor)
    ]
    suggested = [(today(), _suggestion(line)) for line in suggestions_waiting_for(db, actor)]
    unanswered = [
        (_day(card), meeting_line(card, is_held=card.meeting_id in held)) for card in meetings
    ]
    in_order: list[tuple[date, Line]] = sorted(
        [*proposals, *suggested, *unanswered, *summaries_waiting(db, actor)],
        key=lambda dated: dated[0],
    )
    return [line for _due, line in in_order[:WAITING_SHOWN]]


def _proposals(db: Session, actor: Person) -> list[tuple[Goal, Wording]]:
    """The open words the actor, as the responsible professional, has yet to answer."""
    answered = exists().where(Answer.wording_id == Wording.id, Answer.person_id == actor.id)
    found = db.scalars(
        visible_to(actor)
        .join(Wording, (Wording.goal_id == Goal.id) & (Wording.state == WordingState.OPEN))
        .where(Membership.role == Role.PROFESSIONAL, Membership.is_responsible, ~answered)
        .options(
            with_circle(),
            selectinload(Goal.wordings).joinedload(Wording.answers),
            joinedload(Goal.shares),
        )
        .order_by(Wording.answer_due_on, Goal.id)
        .limit(WAITING_SHOWN)
    )
    opened = [(goal, goal.open_wording) for goal in found.unique()]
    return [
        (goal, wording)
        for goal, wording in opened
        if wording and is_asked(actor.id, wording, goal.circle)
    ]


def _proposal(actor: Person, goal: Goal, wording: Wording) -> Line:
    due_on = wording.answer_due_on or today()
    is_late = due_on < today()
    since = wording.proposed_at or goal.created_at
    return Line(
        circle=goal.circle.name,
        circle_id=str(goal.circle_id),
        what=asking(actor, goal, wording),
        words=wording.title,
        since=_("Sent {day}").format(day=relative_day(local(since).date())),
        due=due_label(due_on, is_late=is_late),
        is_late=is_late,
        act=_("Answer"),
        kind="goal",
        target=str(goal.id),
    )


def _suggestion(suggestion: SuggestionLine) -> Line:
    return Line(
        circle=suggestion.circle_name,
        circle_id=suggestion.circle_id,
        what=suggestion.asks,
        since=_("Asked {day}").format(day=suggestion.since_label),
        act=_("Answer"),
        kind="suggestion",
        target=suggestion.suggestion_id,
    )


def meeting_line(card: MeetingCard, *, is_held: bool = False) -> Line:
    """A meeting: to answer, to hold now, or only to know of."""
    asks = "" if is_held else question_of(card)
    return Line(
        circle=card.circle_name,
        circle_id=card.circle_id,
        what=asks or card.kind,
        due=card.when,
        since=card.where,
        act=_act(asks, is_held=is_held),
        kind="day" if is_held else "meeting",
        target=card.meeting_id,
    )


def _act(asks: str, *, is_held: bool) -> str:
    if is_held:
        return _("Hold the meeting")
    return _("Answer") if asks else _("See the meeting")


def _day(card: MeetingCard) -> date:
    return local(datetime.fromisoformat(card.starts)).date()
