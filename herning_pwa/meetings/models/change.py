"""What has happened to a meeting since it was called."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.meetings.models.meeting import Meeting

REASON_LIMIT = 200


class Change(StrEnum):
    """What can happen to a meeting."""

    MOVED = "moved"
    PLACE_CHANGED = "place_changed"
    CANCELLED = "cancelled"


class MeetingChange(Base):
    """What the meeting was, what it became, who changed it, when and why."""

    __tablename__ = "meeting_change"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    what: Mapped[Change]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    reason: Mapped[str] = mapped_column(String(REASON_LIMIT), default="")
    sequence: Mapped[int]
    was_starts_at: Mapped[datetime]
    was_ends_at: Mapped[datetime]
    was_place: Mapped[str] = mapped_column(String(200))
    was_link: Mapped[str] = mapped_column(String(500))
    now_starts_at: Mapped[datetime | None]
    now_ends_at: Mapped[datetime | None]
    now_place: Mapped[str] = mapped_column(String(200), default="")
    now_link: Mapped[str] = mapped_column(String(500), default="")
    offer_id: Mapped[UUID | None] = mapped_column(ForeignKey("time_offer.id"))  # the time chosen

    meeting: Mapped[Meeting] = relationship(back_populates="changes")
    by: Mapped[Person] = relationship()
