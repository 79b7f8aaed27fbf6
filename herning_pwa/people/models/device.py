"""A browser that has shown an e-mailed code."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base

DEVICE_LIFE = timedelta(days=180)


class Device(Base):
    """One browser, known as one person's: there the password is enough.

    Several people may share a browser. It then has one secret, and a row for each of them.
    """

    __tablename__ = "device"
    __table_args__ = (UniqueConstraint("secret_hash", "person_id"),)

    secret_hash: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    browser: Mapped[str] = mapped_column(String(60), default="")  # "Chrome, Android"
    known_since: Mapped[datetime] = mapped_column(default=clock.now)
    last_used_at: Mapped[datetime] = mapped_column(default=clock.now)
    forgotten_at: Mapped[datetime | None]

    @property
    def is_known(self) -> bool:
        return self.forgotten_at is None and clock.now() < self.last_used_at + DEVICE_LIFE

    def forget(self) -> None:
        self.forgotten_at = clock.now()
