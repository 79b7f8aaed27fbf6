"""A browser that may still send what its person had not sent when they signed out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

UPLOAD_GRANT_LIFE = timedelta(days=30)


class UploadGrant(Base):
    """One person's, on one browser. It opens nothing: it only lets sealed words in, as many
    things as there were when it was given."""

    __tablename__ = "upload_grant"

    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    browser: Mapped[str] = mapped_column(String(60), default="")  # "Chrome, Android"
    entries_left: Mapped[int]
    granted_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    @property
    def is_live(self) -> bool:
        """Who has no place in any circle any more has nothing to send."""
        is_young = clock.now() < self.granted_at + UPLOAD_GRANT_LIFE
        return self.ended_at is None and is_young and bool(self.person.active_memberships)

    @property
    def is_used_up(self) -> bool:
        """What has been sent may be asked about again, and nothing new sent."""
        return self.entries_left <= 0

    def use(self) -> None:
        self.entries_left -= 1

    def end(self) -> None:
        self.ended_at = clock.now()
