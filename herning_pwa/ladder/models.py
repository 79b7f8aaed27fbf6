"""Which step of the ladder a meeting chose for the circle."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.people.models import Person

HIGHEST_STEP = 5
PRESENT = "replaced_at IS NULL"


class Direction(StrEnum):
    """Up is more help, down is less. Herning aims for the lowest step that works."""

    FIRST = "first"
    UP = "up"
    SAME = "same"
    DOWN = "down"

    @classmethod
    def between(cls, before: int | None, now: int) -> Self:
        """From one step to another; the first choice of all comes from none."""
        if before is None:
            return cls("first")
        if before == now:
            return cls("same")
        return cls("up" if now > before else "down")


class LadderTurn(Base):
    """One meeting's choice of step, with the reason. Another choice replaces it; both stay."""

    __tablename__ = "ladder_turn"
    __table_args__ = (
        CheckConstraint(f"step BETWEEN 0 AND {HIGHEST_STEP}", name="step_on_the_ladder"),
        Index(None, "circle_id", "at"),
        Index(
            "uq_ladder_turn_present",
            "meeting_id",
            unique=True,
            sqlite_where=text(PRESENT),
            postgresql_where=text(PRESENT),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    direction: Mapped[Direction]
    step: Mapped[int]
    reason: Mapped[str] = mapped_column(String(TEXT_LIMIT))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    replaced_at: Mapped[datetime | None]

    by: Mapped[Person] = relationship()
