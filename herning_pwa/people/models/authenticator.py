"""An authenticator app that shows a new code every half minute (TOTP, RFC 6238)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base


class Authenticator(Base):
    """The app of one person. Its secret is sealed, and goes with the row when it is removed."""

    __tablename__ = "authenticator"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    sealed_secret: Mapped[bytes]
    last_step: Mapped[int] = mapped_column(BigInteger, default=0)  # half minutes since 1970
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    confirmed_at: Mapped[datetime | None]  # none: no right code has been shown yet
    last_used_at: Mapped[datetime | None]
