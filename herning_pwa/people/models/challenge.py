"""A question that only the right passkey can answer, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base

CHALLENGE_LIFE = timedelta(minutes=5)


class Purpose(StrEnum):
    """What the answer to a challenge will be used for. It can be used for nothing else."""

    SIGN_IN = "sign_in"
    REGISTER = "register"
    PROVE = "prove"


class Challenge(Base):
    """Random bytes for a passkey to sign. Used up by the first answer, right or wrong."""

    __tablename__ = "challenge"

    value: Mapped[bytes] = mapped_column(unique=True)
    purpose: Mapped[Purpose]
    session_id: Mapped[UUID | None] = mapped_column(  # none: nobody is signed in yet
        ForeignKey("sign_in_session.id"), index=True
    )
    user_handle: Mapped[bytes | None]  # whom the new passkey will be for
    asked_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    answered_at: Mapped[datetime | None]
