"""Who a person is to the municipality's identity provider, in front of MitID."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models.person import Person

SUBJECT_LIMIT = 255  # OpenID Connect Core 1.0, section 2


class LinkedIdentity(Base):
    """One subject at one issuer is one person here. A link that was taken away stays a row.

    It is made once, by somebody signed in as that person; never from an e-mail address.
    """

    __tablename__ = "linked_identity"
    __table_args__ = (
        Index(
            "uq_linked_identity_subject",
            "issuer",
            "subject",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index(
            "uq_linked_identity_person",
            "person_id",
            "issuer",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    issuer: Mapped[str] = mapped_column(String(255))
    subject: Mapped[str] = mapped_column(String(SUBJECT_LIMIT))  # a pseudonym, never a CPR number
    linked_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship()

    def was_used(self) -> None:
        """It has just shown who its owner is."""
        self.last_used_at = clock.now()

    def remove(self) -> None:
        self.removed_at = clock.now()
