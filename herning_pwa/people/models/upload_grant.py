"""A browser that may still send what its person had not sent when they signed out."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

UPLOAD_GRANT_LIFE = timedelta(days=30)


class UploadGrant(Base):
    """One person's, on one browser. It opens nothing: it only lets in the sealed things that were
    there when it was given, each known by its fingerprint."""

    __tablename__ = "upload_grant"

    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    browser: Mapped[str] = mapped_column(String(60), default="")  # "Chrome, Android"
    waiting: Mapped[list[str]] = mapped_column(JSON, default=list)  # fingerprints
    arrived: Mapped[list[str]] = mapped_column(JSON, default=list)  # may be asked about again
    granted_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    @property
    def is_live(self) -> bool:
        """It lives by a place its person had when it was given: a later one revives nothing."""
        is_young = clock.now() < self.granted_at + UPLOAD_GRANT_LIFE
        places = self.person.active_memberships
        has_place = any(place.started_at <= self.granted_at for place in places)
        return self.ended_at is None and is_young and has_place

    @property
    def fingerprints(self) -> list[str]:
        return [*self.waiting, *self.arrived]

    def take(self, fingerprint: str) -> None:
        """One of these things has come."""
        if fingerprint in self.waiting:
            self.waiting = [each for each in self.waiting if each != fingerprint]
            self.arrived = [*self.arrived, fingerprint]

    def leave_out(self, fingerprints: set[str]) -> None:
        """Others see to these things now."""
        self.waiting = [each for each in self.waiting if each not in fingerprints]
        self.arrived = [each for each in self.arrived if each not in fingerprints]

    def end(self) -> None:
        self.ended_at = clock.now()
