"""How often a circle follows up, and since when it has had support."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.db import Base
from herning_pwa.followup.models import calendar
from herning_pwa.people.models import Person

REASON_LIMIT = 200


class Rhythm(Base):
    """One for each circle. Weeks between follow-ups, and the day the support began."""

    __tablename__ = "rhythm"
    __table_args__ = (
        CheckConstraint(
            f"weeks BETWEEN {calendar.FEWEST_WEEKS} AND {calendar.MOST_WEEKS}",
            name="weeks_in_range",
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), unique=True)
    weeks: Mapped[int] = mapped_column(default=calendar.USUAL_WEEKS)
    started_on: Mapped[date]
    version: Mapped[int] = mapped_column()

    circle: Mapped[Circle] = relationship()
    changes: Mapped[list[RhythmChange]] = relationship(
        back_populates="rhythm", order_by="RhythmChange.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def first_deadline(self) -> date:
        return calendar.first_deadline(self.started_on)

    def change(self, by: Person, weeks: int, started_on: date, reason: str) -> None:
        """Follow up more or less often, or count from another day."""
        self.changes.append(
            RhythmChange(
                by=by,
                reason=reason,
                was_weeks=self.weeks,
                was_started_on=self.started_on,
                now_weeks=weeks,
                now_started_on=started_on,
            )
        )
        self.weeks, self.started_on = weeks, started_on


class RhythmChange(Base):
    """What the rhythm was, what it became, who changed it and why. Never changed."""

    __tablename__ = "rhythm_change"

    rhythm_id: Mapped[UUID] = mapped_column(ForeignKey("rhythm.id"), index=True)
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=clock.now)
    reason: Mapped[str] = mapped_column(String(REASON_LIMIT))
    was_weeks: Mapped[int]
    now_weeks: Mapped[int]
    was_started_on: Mapped[date]
    now_started_on: Mapped[date]

    rhythm: Mapped[Rhythm] = relationship(back_populates="changes")
    by: Mapped[Person] = relationship()
