"""Where the organiser has put something on a meeting's agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa.db import Base

if TYPE_CHECKING:
    from herning_pwa.meetings.models.meeting import Meeting

KEY_LIMIT = 60


class AgendaPlace(Base):
    """The place of one item. ``key`` says which: ``goal-<id>`` or ``point-<id>``.

    What has no row stands after those that have one, in the agenda's own order.
    """

    __tablename__ = "agenda_place"
    __table_args__ = (UniqueConstraint("meeting_id", "key"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    key: Mapped[str] = mapped_column(String(KEY_LIMIT))
    position: Mapped[int] = mapped_column(default=0)
    is_off: Mapped[bool] = mapped_column(default=False)

    meeting: Mapped[Meeting] = relationship(back_populates="places")
