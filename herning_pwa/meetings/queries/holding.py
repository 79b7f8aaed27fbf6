"""The way to the meeting while it is held, and what has been decided there."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.goals.models import Goal
from herning_pwa.goals.queries.company import Company
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import can_be_held_now, has_begun, held_from, may_hold
from herning_pwa.meetings.queries.decided import Decided, decided, rows_of
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class HoldView:
    """For those who hold it: ``href`` while it can be held, and before that ``line``, from when."""

    href: str = ""
    line: str = ""


def hold_view(actor: Person, meeting: Meeting) -> HoldView:
    if not may_hold(actor, meeting):
        return HoldView()
    begins = held_from(meeting)
    return HoldView(
        href=routes.meeting_day(meeting.id) if can_be_held_now(meeting) else "",
        line=_("You can hold the meeting here from {when}.").format(when=begins) if begins else "",
    )


def decided_there(db: Session, actor: Person, meeting: Meeting, goals: dict[UUID, Goal]) -> Decided:
    """As much as the reader sees. Two statements, once the meeting may have begun."""
    if not has_begun(meeting):
        return Decided()
    return decided(rows_of(db, actor, meeting), goals.values(), Company(meeting.circle, actor.id))
