"""One trip to the identity provider and back."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base

OIDC_TRY_LIFE = timedelta(minutes=10)


class OidcPurpose(StrEnum):
    """What coming back is for. It can be used for nothing else."""

    SIGN_IN = "sign_in"
    PROVE = "prove"
    LINK = "link"


class OidcTry(Base):
    """Made when somebody is sent to the provider; used up when they come back, right or wrong.

    Only hashes are kept. The nonce and the PKCE verifier come out of the secret in the
    browser's own cookie and the installation's key together, so nobody else can come back.
    """

    __tablename__ = "oidc_try"

    purpose: Mapped[OidcPurpose]
    session_id: Mapped[UUID | None] = mapped_column(  # none: nobody is signed in yet
        ForeignKey("sign_in_session.id"), index=True
    )
    state_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser_hash: Mapped[str] = mapped_column(String(64))
    then: Mapped[str] = mapped_column(String(300), default="")  # our own page to go on to
    begun_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    used_at: Mapped[datetime | None]

    @property
    def has_expired(self) -> bool:
        return clock.now() >= self.begun_at + OIDC_TRY_LIFE
