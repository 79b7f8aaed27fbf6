"""What a meeting decided about a goal."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.models.goal import Goal
from herning_pwa.goals.models.kinds import Lifecycle
from herning_pwa.goals.models.step import Step
from herning_pwa.goals.models.wording import Wording
from herning_pwa.people.models import Person

PRESENT = "replaced_at IS NULL"


class OutcomeKind(StrEnum):
    """The five outcomes. Words in words.py."""

    CONTINUE = "continue"
    ADJUST = "adjust"
    REACHED = "reached"
    PAUSE = "pause"
    END = "end"


LEAVES_IT = {
    OutcomeKind.REACHED: Lifecycle.COMPLETED,
    OutcomeKind.PAUSE: Lifecycle.ON_HOLD,
    OutcomeKind.END: Lifecycle.CANCELLED,
}


class GoalOutcome(Base):
    """What one meeting decided about one goal. Another decision replaces it; both stay.

    ``was`` is where the goal was before the meeting decided; ``wording`` what was suggested, when
    the decision was to change the words.
    """

    __tablename__ = "goal_outcome"
    __table_args__ = (
        Index(
            "uq_goal_outcome_present",
            "meeting_id",
            "goal_id",
            unique=True,
            sqlite_where=text(PRESENT),
            postgresql_where=text(PRESENT),
        ),
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    kind: Mapped[OutcomeKind]
    was: Mapped[Lifecycle]
    words: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    wording_id: Mapped[UUID | None] = mapped_column(ForeignKey("wording.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    replaced_at: Mapped[datetime | None]

    goal: Mapped[Goal] = relationship()
    wording: Mapped[Wording | None] = relationship()
    by: Mapped[Person] = relationship()

    @property
    def title(self) -> str:
        """The words that were suggested; empty for every other decision."""
        return self.wording.title if self.wording else ""

    @property
    def holds_the_goal(self) -> bool:
        """Whether the goal is paused or over because of this decision, and may be taken back."""
        here = self.goal.lifecycle
        return LEAVES_IT.get(self.kind) is here and self.was is not here

    @property
    def awaits_answers(self) -> bool:
        """Whether the words suggested here still wait for somebody to decide about them."""
        return self.wording is not None and self.wording.is_open


class DecidedStep(Base):
    """A step that was agreed at a meeting."""

    __tablename__ = "decided_step"
    __table_args__ = (UniqueConstraint("meeting_id", "step_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    step_id: Mapped[UUID] = mapped_column(ForeignKey("step.id"))

    step: Mapped[Step] = relationship()
