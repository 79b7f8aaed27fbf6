"""A key that stays on somebody's phone or computer (WebAuthn)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

PASSKEY_NAME_LIMIT = 60


class Passkey(Base):
    """The public half of one passkey. A removed one stays a row, and opens nothing."""

    __tablename__ = "passkey"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    user_handle: Mapped[bytes]  # random, the same for all of one person's passkeys
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(PASSKEY_NAME_LIMIT))
    added_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    def was_used(self, sign_count: int) -> None:
        """It has just shown who its owner is."""
        self.sign_count, self.last_used_at = sign_count, clock.now()

    def remove(self) -> None:
        self.removed_at = clock.now()
