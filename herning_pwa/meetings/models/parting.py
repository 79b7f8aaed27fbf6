"""That a meeting agrees on no next one, and why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.people.models import Person

PRESENT = "replaced_at IS NULL"


class Parting(Base):
    """Why no next date is set. Another reason, or a date after all, replaces it; it stays."""

    __tablename__ = "parting"
    __table_args__ = (
        Index(
            "uq_parting_present",
            "meeting_id",
            unique=True,
            sqlite_where=text(PRESENT),
            postgresql_where=text(PRESENT),
        ),
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    reason: Mapped[str] = mapped_column(String(TEXT_LIMIT))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    replaced_at: Mapped[datetime | None]

    by: Mapped[Person] = relationship()
