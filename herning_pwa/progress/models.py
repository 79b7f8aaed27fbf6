"""What people see of a goal's progress, each in their own voice. Product rules, section 4."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person

HIGHEST_RATING = 10
NOTE_LIMIT = 1000


class KeptFor(StrEnum):
    """Whose eyes an entry is for. Who that is today, progress/policy.py says."""

    ALL = "all"  # everybody who sees the goal
    RESPONSIBLE = "responsible"  # the responsible professional alone (barnets lov § 5)


class ProgressEntry(Base):
    """A number, a note or both, from one person on one goal.

    Never changed afterwards: a correction is a new entry that points at the old one.
    """

    __tablename__ = "progress_entry"
    __table_args__ = (
        UniqueConstraint("person_id", "client_key"),  # two taps on a slow phone make one entry
        UniqueConstraint("corrects_id"),
        CheckConstraint(f"rating BETWEEN 0 AND {HIGHEST_RATING}", name="rating_in_range"),
        CheckConstraint("rating IS NOT NULL OR note IS NOT NULL", name="says_something"),
        Index(None, "goal_id", "recorded_at"),
        Index(None, "person_id", "recorded_at"),
    )

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(default=clock.now)
    rating: Mapped[int | None]  # 0 is a real value
    note: Mapped[str | None] = mapped_column(String(NOTE_LIMIT))
    kept_for: Mapped[KeptFor] = mapped_column(default=KeptFor.ALL, server_default="all")
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("progress_entry.id"))
    withdrawn_at: Mapped[datetime | None]
    client_key: Mapped[UUID]

    goal: Mapped[Goal] = relationship()
    person: Mapped[Person] = relationship()
    corrects: Mapped[ProgressEntry | None] = relationship(
        remote_side="ProgressEntry.id", back_populates="corrected_by"
    )
    corrected_by: Mapped[ProgressEntry | None] = relationship(
        back_populates="corrects", uselist=False
    )

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_kept(self) -> bool:
        """Whether it is for the responsible professional alone."""
        return self.kept_for is KeptFor.RESPONSIBLE

    @property
    def stands(self) -> bool:
        """Whether this is what its writer says today."""
        return not self.is_withdrawn and self.corrected_by is None

    def withdraw(self) -> None:
        """Take the words back, and the earlier wordings they replaced."""
        self.withdrawn_at = clock.now()
        if self.corrects:
            self.corrects.withdraw()

    def says_the_same_as(self, other: ProgressEntry) -> bool:
        """Whether both are the same act, sent twice."""
        return _said(self) == _said(other)


def _said(entry: ProgressEntry) -> tuple[object, ...]:
    about = (entry.goal_id, entry.corrects_id, entry.happened_on)
    return (*about, entry.rating, entry.note, entry.kept_for)
