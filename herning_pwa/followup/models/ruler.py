"""The wellbeing ruler: how worried the professionals are about one child, from 1 to 5.

High means concern. A goal's numbers from 0 to 10 go the other way, so the two are never drawn
together, and no number stands without its words.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Child
from herning_pwa.db import Base
from herning_pwa.people.models import Person

LOWEST_CONCERN, HIGHEST_CONCERN = 1, 5
LABEL_LIMIT = 60
WORDS_LIMIT = 1000


class RulerWording(Base):
    """What the five numbers are called from one moment on: the municipality's words.

    A version never changes. Where there is none, the app's own words stand.
    """

    __tablename__ = "ruler_wording"

    version: Mapped[int] = mapped_column(unique=True)  # of two at once, one is told
    label_1: Mapped[str] = mapped_column(String(LABEL_LIMIT))
    label_2: Mapped[str] = mapped_column(String(LABEL_LIMIT))
    label_3: Mapped[str] = mapped_column(String(LABEL_LIMIT))
    label_4: Mapped[str] = mapped_column(String(LABEL_LIMIT))
    label_5: Mapped[str] = mapped_column(String(LABEL_LIMIT))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person] = relationship()

    @property
    def labels(self) -> tuple[str, ...]:
        """From the lowest number to the highest."""
        return self.label_1, self.label_2, self.label_3, self.label_4, self.label_5


class RulerReading(Base):
    """One number and its words about one child, by a professional. Never changed afterwards.

    Each follows the one its writer had seen, so nobody writes past somebody else. A correction
    is a new reading that takes the place of the one it follows.
    """

    __tablename__ = "ruler_reading"
    __table_args__ = (
        UniqueConstraint("follows_id"),
        CheckConstraint(
            f"number BETWEEN {LOWEST_CONCERN} AND {HIGHEST_CONCERN}", name="number_in_range"
        ),
        Index(None, "child_id", "at"),
        Index(None, "by_id"),
    )

    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT))
    wording_id: Mapped[UUID | None] = mapped_column(ForeignKey("ruler_wording.id"))
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("ruler_reading.id"))
    is_correction: Mapped[bool] = mapped_column(default=False)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    child: Mapped[Child] = relationship()
    wording: Mapped[RulerWording | None] = relationship()
    by: Mapped[Person] = relationship()
    comments: Mapped[list[RulerComment]] = relationship(
        back_populates="reading", order_by="RulerComment.id"
    )

    @property
    def circle_id(self) -> UUID:
        return self.child.circle_id


class RulerComment(Base):
    """What a parent or the child says beside a reading. The latest of each person stands;
    empty words take the earlier ones back."""

    __tablename__ = "ruler_comment"
    __table_args__ = (Index(None, "reading_id"), Index(None, "by_id"))

    reading_id: Mapped[UUID] = mapped_column(ForeignKey("ruler_reading.id"))
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT))
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    reading: Mapped[RulerReading] = relationship(back_populates="comments")
    by: Mapped[Person] = relationship()

    @property
    def circle_id(self) -> UUID:
        return self.reading.circle_id
