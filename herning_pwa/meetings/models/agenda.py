"""What people want to talk about at a meeting."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.meetings.models.meeting import Meeting
from herning_pwa.people.models import Person

POINT_LIMIT = 200
POINTS_LIMIT = 40  # more than a meeting can hold; keeps a page bounded


class AgendaPoint(Base):
    """Something an invited person wants to talk about."""

    __tablename__ = "agenda_point"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    text: Mapped[str] = mapped_column(String(POINT_LIMIT))
    added_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="points")
    person: Mapped[Person] = relationship()

    def withdraw(self) -> None:
        """Take it off the agenda; the row stays."""
        self.meeting.refuse_if_closed()
        self.withdrawn_at = self.withdrawn_at or clock.now()
