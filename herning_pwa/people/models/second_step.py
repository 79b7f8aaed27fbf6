"""What is left of signing in after a right password: one code, for one browser."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

SECOND_STEP_LIFE = timedelta(minutes=10)
TRIES_AT_MOST = 5
MAILS_AT_MOST = 3


class CodeFrom(StrEnum):
    """Where the person finds the code."""

    MAIL = "mail"
    AUTHENTICATOR = "authenticator"


class SecondStep(Base):
    """Waits for the code until it is right once, tried too often, or too old.

    Only the browser that gave the password can go on: it holds the secret. A new mail is
    a new code, never a new life or new tries. ``sealed_then`` is where signing in leads,
    sealed because it may be an invitation's secret link.
    """

    __tablename__ = "second_step"

    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    code_from: Mapped[CodeFrom]
    code_hash: Mapped[str] = mapped_column(String(64), default="")  # empty: the app knows it
    sealed_then: Mapped[bytes]
    wrong_tries: Mapped[int] = mapped_column(default=0)
    mails_sent: Mapped[int] = mapped_column(default=0)
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    @property
    def is_open(self) -> bool:
        return (
            self.ended_at is None
            and self.wrong_tries < TRIES_AT_MOST
            and clock.now() < self.begun_at + SECOND_STEP_LIFE
        )

    @property
    def may_mail_again(self) -> bool:
        return self.is_open and self.code_from is CodeFrom.MAIL and self.mails_sent < MAILS_AT_MOST

    def expect(self, code_hash: str) -> None:
        """From now this code is the right one, and no earlier one is."""
        self.code_hash = code_hash
        self.mails_sent += 1

    def was_wrong(self) -> None:
        self.wrong_tries += 1

    def end(self) -> None:
        """Used up, or left for a newer one."""
        self.ended_at = clock.now()
