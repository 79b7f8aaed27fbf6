"""One person's place at a meeting, and what they have answered."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.meetings.models.meeting import Meeting

WORDS_LIMIT = 500


class Answer(StrEnum):
    """What an invited person says."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    VIDEO = "video"
    ANOTHER_TIME = "another_time"


class Attendance(Base):
    """One person's invitation and present answer. Every answer given is an AttendanceAnswer."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    invited_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    invited_at: Mapped[datetime] = mapped_column(default=clock.now)
    answer: Mapped[Answer | None]
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT), default="")
    answered_at: Mapped[datetime | None]
    answered_in: Mapped[int | None]  # the meeting's sequence when it was answered

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    answers: Mapped[list[AttendanceAnswer]] = relationship(order_by="AttendanceAnswer.id")

    @property
    def answered_before_the_move(self) -> bool:
        return self.answered_in is not None and self.answered_in < self.meeting.time_set_in

    @property
    def awaits_answer(self) -> bool:
        return self.answer is None or self.answered_before_the_move

    @property
    def stands_in_the_circle(self) -> bool:
        """Whether the person still has a place there; somebody who has left does not come."""
        places = self.meeting.circle.active_memberships
        return any(place.person_id == self.person_id for place in places)

    def reply(self, answer: Answer, words: str) -> None:
        """Answer the invitation as it stands now. The same answer twice is one."""
        self.meeting.refuse_if_closed()
        now_in = self.meeting.sequence
        if (self.answer, self.words, self.answered_in) == (answer, words, now_in):
            return
        given = AttendanceAnswer(answer=answer, words=words, sequence=now_in)
        self.answers.append(given)
        self.answer, self.words = answer, words
        self.answered_at, self.answered_in = clock.now(), now_in


class AttendanceAnswer(Base):
    """One answer at one moment. Never changed."""

    __tablename__ = "attendance_answer"

    attendance_id: Mapped[UUID] = mapped_column(ForeignKey("attendance.id"), index=True)
    answer: Mapped[Answer]
    words: Mapped[str] = mapped_column(String(WORDS_LIMIT), default="")
    sequence: Mapped[int]
    answered_at: Mapped[datetime] = mapped_column(default=clock.now)
