"""Other times a meeting could have, and which of them suit whom."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.meetings.models.attendance import Attendance
from herning_pwa.meetings.models.meeting import Meeting

OFFERS_LIMIT = 5  # at one time; more is work to answer


class TimeOffer(Base):
    """Another time for a meeting, until it is chosen, withdrawn, past, or the meeting is moved."""

    __tablename__ = "time_offer"

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    offered_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    offered_at: Mapped[datetime] = mapped_column(default=clock.now)
    instead_of: Mapped[int]  # the meeting's time_set_in when it was offered
    withdrawn_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="offers")
    marks: Mapped[list[TimeMark]] = relationship(back_populates="offer", order_by="TimeMark.id")

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered and chosen."""
        return (
            self.withdrawn_at is None
            and self.instead_of == self.meeting.time_set_in
            and self.starts_at > clock.now()
            and self.meeting.is_open
        )

    def suits(self, attendance: Attendance) -> bool | None:
        """What the person has said last; none when nothing yet."""
        said = [mark.suits for mark in self.marks if mark.attendance_id == attendance.id]
        return said[-1] if said else None

    def mark(self, attendance: Attendance, suits: bool) -> None:
        """Say whether it suits. The same twice is one."""
        if self.suits(attendance) is not suits:
            self.marks.append(TimeMark(attendance_id=attendance.id, suits=suits))

    def withdraw(self) -> None:
        """Take it back; the row and its marks stay."""
        self.withdrawn_at = self.withdrawn_at or clock.now()


class TimeMark(Base):
    """Whether one time suits one invited person, said at one moment. Never changed."""

    __tablename__ = "time_mark"
    __table_args__ = (Index(None, "offer_id", "attendance_id"),)

    offer_id: Mapped[UUID] = mapped_column(ForeignKey("time_offer.id"))
    attendance_id: Mapped[UUID] = mapped_column(ForeignKey("attendance.id"), index=True)
    suits: Mapped[bool]
    marked_at: Mapped[datetime] = mapped_column(default=clock.now)

    offer: Mapped[TimeOffer] = relationship(back_populates="marks")
    attendance: Mapped[Attendance] = relationship()
