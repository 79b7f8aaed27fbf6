"""The log: who did what, when, on whom. Rows are added and never changed."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base


class Outcome(StrEnum):
    """Whether the act happened."""

    DONE = "done"
    DENIED = "denied"


class Activity(Base):
    """One act or one denied attempt. Carries ids, never content.

    A database trigger refuses UPDATE and DELETE on this table.
    """

    __tablename__ = "activity"
    __table_args__ = (Index(None, "object_id", "at"), Index(None, "circle_id", "at"))

    at: Mapped[datetime] = mapped_column(default=clock.now)
    actor_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))  # none: not signed in
    action: Mapped[str] = mapped_column(String(60))
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.DONE)
    object_type: Mapped[str] = mapped_column(String(40), default="")
    object_id: Mapped[UUID | None]
    circle_id: Mapped[UUID | None] = mapped_column(ForeignKey("circle.id"))
    reason: Mapped[str] = mapped_column(String(60), default="")
