"""One signed-in browser."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=12)
FRESH_FOR = timedelta(minutes=10)


class Method(StrEnum):
    """How somebody showed who they are."""

    DEMO = "demo"
    PASSWORD = "password"  # noqa: S105 - on a browser that has shown a code before, or not yet
    PASSWORD_AND_MAIL = "password_and_mail"  # noqa: S105
    PASSWORD_AND_TOTP = "password_and_totp"  # noqa: S105
    PASSKEY = "passkey"
    OIDC = "oidc"

    @property
    def strength(self) -> int:
        """The last three are two factors of the person's own; a demo counts as if it had them."""
        weak = (Method.PASSWORD, Method.PASSWORD_AND_MAIL, Method.DEMO)
        return weak.index(self) if self in weak else len(weak)

    @property
    def is_enough_for_staff(self) -> bool:
        return self.strength >= Method.DEMO.strength


class SignInSession(Base):
    """One signed-in browser. Only a hash of its secret is kept."""

    __tablename__ = "sign_in_session"

    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    method: Mapped[Method] = mapped_column(default=Method.PASSWORD)
    browser: Mapped[str] = mapped_column(String(60), default="")  # "Chrome, Android"
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    proved_at: Mapped[datetime] = mapped_column(default=clock.now)  # last showed who they are
    last_seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]
    circle_id: Mapped[UUID | None] = mapped_column(ForeignKey("circle.id"))  # the one being shown

    person: Mapped[Person] = relationship()

    @property
    def expires_at(self) -> datetime:
        """The earlier of half an hour's idleness and twelve hours in all."""
        return min(self.last_seen_at + IDLE_LIMIT, self.created_at + ABSOLUTE_LIMIT)

    @property
    def is_live(self) -> bool:
        """A demo's session ends with the demo."""
        is_meant = self.method is not Method.DEMO or settings().demo
        return is_meant and self.ended_at is None and clock.now() < self.expires_at

    @property
    def is_limited(self) -> bool:
        """Staff who have not shown two factors reach their own settings and nothing else."""
        return self.person.staff is not None and not self.method.is_enough_for_staff

    @property
    def is_fresh(self) -> bool:
        """Whether who sits here was shown so lately that a sensitive act may be done."""
        return clock.now() < self.proved_at + FRESH_FOR

    def prove(self, method: Method) -> None:
        """The person has just shown who they are again, this way."""
        self.proved_at = clock.now()
        if method.strength > self.method.strength:
            self.method = method
