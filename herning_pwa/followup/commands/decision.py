"""What somebody decides about a goal, beside what stands already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict
from herning_pwa.fields import plain
from herning_pwa.followup.words.outcomes import outcome_choice
from herning_pwa.goals.models import Goal, GoalOutcome, OutcomeKind
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting


@dataclass(frozen=True)
class Decision:
    """One of the five, why, and the new words when it is to change them."""

    kind: OutcomeKind
    words: str
    title: str

    @classmethod
    def of(cls, outcome: GoalOutcome) -> Self:
        return cls(outcome.kind, outcome.words, outcome.title)

    @property
    def in_short(self) -> str:
        """``“Vi ændrer ordene”: “Emil møder fire dage” (Det går godt.)``"""
        said = f"“{outcome_choice(self.kind)}”"
        said = f"{said}: “{self.title}”" if self.title else said
        return f"{said} ({self.words})" if self.words else said


def present_outcome(db: Session, meeting: Meeting, goal: Goal) -> GoalOutcome | None:
    """What the meeting has decided about the goal so far."""
    return db.scalar(
        select(GoalOutcome).where(
            GoalOutcome.meeting_id == meeting.id,
            GoalOutcome.goal_id == goal.id,
            GoalOutcome.replaced_at.is_(None),
        )
    )


def refuse_if_decided_meanwhile(
    present: GoalOutcome | None, seen: object, decision: Decision
) -> None:
    """Raises Conflict, with what both decided, unless ``seen`` is the present one's id."""
    if plain(seen) == (str(present.id) if present else ""):
        return
    if present is None:
        raise Conflict(_("The decision has changed meanwhile. Look again, and choose."))
    raise Conflict(
        _(
            "{name} has just written: {theirs}. You chose: {yours}. Talk about it, and choose."
        ).format(
            name=present.by.first_name,
            theirs=Decision.of(present).in_short,
            yours=decision.in_short,
        )
    )
