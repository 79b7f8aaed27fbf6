"""A browser that gets its person's messages."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base

ENDPOINT_LIMIT = 1000
FAILURES_AT_MOST = 10


class PushSubscription(Base):
    """Where one browser's push service takes messages, and the keys only that browser can open.

    It belongs to one person, and to the sign-in it was last seen under. The browser has a
    secret of its own, so that the next sign-in there knows it again.
    """

    __tablename__ = "push_subscription"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("sign_in_session.id"), index=True)
    browser_hash: Mapped[str] = mapped_column(String(64), index=True)
    browser: Mapped[str] = mapped_column(String(60), default="")  # "Chrome, Android"
    endpoint: Mapped[str] = mapped_column(String(ENDPOINT_LIMIT), unique=True)
    p256dh: Mapped[bytes] = mapped_column(LargeBinary(65))
    auth: Mapped[bytes] = mapped_column(LargeBinary(16))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_ok_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0)  # since it last went well

    @property
    def is_worn_out(self) -> bool:
        return self.failures >= FAILURES_AT_MOST

    def was_reached(self) -> None:
        self.last_ok_at, self.failures = clock.now(), 0

    def was_not_reached(self) -> None:
        self.failures += 1
