"""A meeting that was held with the app on the table."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.goals.models import GoalOutcome
from herning_pwa.ladder.models import LadderTurn
from herning_pwa.meetings.models.meeting import Meeting
from herning_pwa.meetings.models.parting import Parting
from herning_pwa.people.models import Person


class HeldMeeting(Base):
    """One for each meeting where something was decided: all of it hangs here.

    ``outcomes``, ``turn`` and ``parting`` are for reading; each is added as a row of its own.
    """

    __tablename__ = "held_meeting"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    next_meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]

    outcomes: Mapped[list[GoalOutcome]] = relationship(
        primaryjoin=lambda: and_(
            HeldMeeting.meeting_id == foreign(GoalOutcome.meeting_id),
            GoalOutcome.replaced_at.is_(None),
        ),
        order_by="GoalOutcome.id",
        viewonly=True,
    )
    turn: Mapped[LadderTurn | None] = relationship(
        primaryjoin=lambda: and_(
            HeldMeeting.meeting_id == foreign(LadderTurn.meeting_id),
            LadderTurn.replaced_at.is_(None),
        ),
        uselist=False,
        viewonly=True,
    )
    parting: Mapped[Parting | None] = relationship(
        primaryjoin=lambda: and_(
            HeldMeeting.meeting_id == foreign(Parting.meeting_id),
            Parting.replaced_at.is_(None),
        ),
        uselist=False,
        viewonly=True,
    )
    next_meeting: Mapped[Meeting | None] = relationship(foreign_keys=[next_meeting_id])

    @property
    def has_next(self) -> bool:
        """Whether the next meeting is agreed and has not been called off since."""
        return self.next_meeting is not None and not self.next_meeting.is_cancelled

    def end(self, by: Person) -> None:
        """The meeting is brought to its end; the first time counts."""
        if self.ended_at is None:
            self.ended_by_id, self.ended_at = by.id, clock.now()
