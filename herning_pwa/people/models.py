"""Persons, their sign-in sessions, and forms they had not finished."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base

if TYPE_CHECKING:
    from herning_pwa.circles.models import Membership

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=12)


class Staff(StrEnum):
    """A municipal post. What a person may do in a circle comes from their membership."""

    PROFESSIONAL = "professional"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class Person(Base):
    """Somebody who can sign in."""

    __tablename__ = "person"

    first_name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)  # always normalised, see passwords
    password_hash: Mapped[str] = mapped_column(String(200))
    staff: Mapped[Staff | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    memberships: Mapped[list[Membership]] = relationship(
        "Membership", back_populates="person", foreign_keys="Membership.person_id"
    )

    def membership_in(self, circle_id: UUID) -> Membership | None:
        """This person's living membership of the circle, if any."""
        return next((m for m in self.memberships if m.circle_id == circle_id and m.is_active), None)

    @property
    def active_memberships(self) -> list[Membership]:
        return [m for m in self.memberships if m.is_active]


class SignInSession(Base):
    """One signed-in browser. Only a hash of its secret is kept."""

    __tablename__ = "sign_in_session"

    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
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
        return self.ended_at is None and clock.now() < self.expires_at


class KeptForm(Base):
    """Words a person had typed but not sent when the session ran out or the page was left."""

    __tablename__ = "kept_form"
    __table_args__ = (UniqueConstraint("person_id", "form", "field"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    form: Mapped[str] = mapped_column(String(120))
    field: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(String(4000))
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)
