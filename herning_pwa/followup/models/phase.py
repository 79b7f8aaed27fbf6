"""The three phases of the work around a child, and each time one begins."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.followup.models.ruler import WORDS_LIMIT
from herning_pwa.people.models import Person


class Phase(StrEnum):
    """Where the work is. One may go back as well as on."""

    START = "start"
    CHANGE = "change"
    UPKEEP = "upkeep"


class PhaseTurn(Base):
    """A circle goes into a phase, for a reason. It follows the turn its writer had seen."""

    __tablename__ = "phase_turn"
    __table_args__ = (
        UniqueConstraint("follows_id"),
        Index(None, "circle_id", "at"),
        Index(None, "by_id"),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    phase: Mapped[Phase]
    reason: Mapped[str] = mapped_column(String(WORDS_LIMIT))
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("phase_turn.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person] = relationship()
