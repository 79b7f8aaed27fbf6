"""Somebody who can sign in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import String, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base

if TYPE_CHECKING:
    from herning_pwa.circles.models import Membership


class Staff(StrEnum):
    """A municipal post. What a person may do in a circle comes from their membership."""

    PROFESSIONAL = "professional"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class NewsBy(StrEnum):
    """How somebody hears that there is news. Mail about their access always comes."""

    MAIL = "mail"
    PUSH = "push"
    NOTHING = "nothing"


class Person(Base):
    """Somebody who can sign in."""

    __tablename__ = "person"

    first_name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)  # always normalised, see passwords
    password_hash: Mapped[str] = mapped_column(String(200))
    staff: Mapped[Staff | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    wants_meeting_mail: Mapped[bool] = mapped_column(default=True, server_default=true())
    news_by: Mapped[NewsBy] = mapped_column(default=NewsBy.MAIL, server_default=NewsBy.MAIL)
    push_declined_at: Mapped[datetime | None]

    memberships: Mapped[list[Membership]] = relationship(
        "Membership", back_populates="person", foreign_keys="Membership.person_id"
    )

    def membership_in(self, circle_id: UUID) -> Membership | None:
        """This person's living membership of the circle, if any."""
        return next((m for m in self.memberships if m.circle_id == circle_id and m.is_active), None)

    @property
    def active_memberships(self) -> list[Membership]:
        return [m for m in self.memberships if m.is_active]
