"""What people do with a follow-up: move it, skip it, hold it, or move the meeting it follows."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.followup.models.rhythm import REASON_LIMIT
from herning_pwa.meetings.models import MeetingChange
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.followup.models.round import Round


class Turn(StrEnum):
    """What somebody has done with a follow-up."""

    MOVED = "moved"
    SKIPPED = "skipped"
    HELD = "held"
    FOLLOWED = "followed"  # its meeting, which was moved


class RoundTurn(Base):
    """What somebody did with a follow-up, when and why. Never changed.

    ``change`` is the meeting's that the follow-up followed: the reason stands there, for those
    who see the meeting.
    """

    __tablename__ = "round_turn"

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"), index=True)
    what: Mapped[Turn]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    reason: Mapped[str] = mapped_column(String(REASON_LIMIT), default="")
    was_due_on: Mapped[date]
    now_due_on: Mapped[date | None]
    change_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting_change.id"))

    round: Mapped[Round] = relationship(back_populates="turns")
    by: Mapped[Person] = relationship()
    change: Mapped[MeetingChange | None] = relationship()
