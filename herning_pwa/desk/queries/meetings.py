"""What comes in before meetings, and what is missing after them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from herning_pwa.desk.policy import places_worked_in
from herning_pwa.desk.queries.lines import Line
from herning_pwa.i18n import _, relative_day
from herning_pwa.meetings.queries import (
    preparations_received,
    summaries_to_answer,
    summaries_under_way,
)
from herning_pwa.meetings.queries.unanswered import SummaryToAnswer
from herning_pwa.people.models import Person


def prepared_lines(db: Session, actor: Person) -> list[Line]:
    """Who has prepared for a meeting the actor leads or answers for."""
    return [
        Line(
            circle=one.circle_name,
            circle_id=str(one.circle_id),
            what=_("Has prepared: {names}").format(names=one.names),
            since=one.kind,
            due=one.when,
            act=_("Read it"),
            kind="meeting",
            target=str(one.meeting_id),
        )
        for one in preparations_received(db, actor)
    ]


def unsent_and_unanswered(db: Session, actor: Person) -> list[Line]:
    """Drafts to send, and whose answer to a text is missing."""
    return [
        Line(
            circle=one.circle_name,
            circle_id=str(one.circle_id),
            what=_("Has not answered: {names}").format(names=one.missing)
            if one.missing
            else _("A draft has not been sent"),
            since=_since(one.since),
            due=one.kind,
            act=_("See it") if one.missing else _("Write on"),
            kind="summary",
            target=str(one.meeting_id),
        )
        for one in summaries_under_way(db, actor)
    ]


def summaries_waiting(db: Session, actor: Person) -> list[tuple[date, Line]]:
    """Texts by colleagues that the actor is asked about."""
    asked = summaries_to_answer(db, actor)
    worked_in = {place.circle_id for place in places_worked_in(actor)}
    return [(one.sent_on, _to_confirm(one)) for one in asked if one.circle_id in worked_in]


def _to_confirm(one: SummaryToAnswer) -> Line:
    return Line(
        circle=one.circle_name,
        circle_id=str(one.circle_id),
        what=_("{name} has written what you agreed on. Is it right?").format(name=one.by),
        since=_since(one.sent_on),
        due=one.kind,
        act=_("Read and answer"),
        kind="summary",
        target=str(one.meeting_id),
    )


def _since(day: date) -> str:
    return _("Waiting since {day}").format(day=relative_day(day))
