"""What was understood at a meeting, and what each of those who were asked says to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _
from herning_pwa.meetings.models.saved import SavedAsTyped
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.meetings.models.meeting import Meeting

SUMMARY_LIMIT = 8000
COMMENT_LIMIT = 2000


class AlreadySent(Conflict):
    """A summary that has been sent never changes."""

    def __init__(self) -> None:
        super().__init__(_("The summary has been sent. Write a correction instead."))


class MeetingSummary(SavedAsTyped, Base):
    """One version: a draft until it is sent, and never changed after. A correction is a new one."""

    __tablename__ = "meeting_summary"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text, default="")
    written_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    sent_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    sent_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="summaries")
    sent_by: Mapped[Person | None] = relationship(foreign_keys=[sent_by_id])
    replies: Mapped[list[SummaryReply]] = relationship(
        back_populates="summary", order_by="SummaryReply.id"
    )

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def present_replies(self) -> dict[UUID, SummaryReply]:
        """Each person's latest."""
        return {reply.person_id: reply for reply in self.replies}

    def write(self, text: str, by: Person, page_key: UUID) -> None:
        """Let this be the draft's text. The same text again is no change."""
        if self.is_sent:
            raise AlreadySent
        if text == self.text:
            return
        self.text, self.written_by_id = text, by.id
        self.note_saved(page_key)

    def was_sent_from(self, page_key: UUID, by: Person) -> bool:
        """Whether this very page sent it: a second tap then has nothing to send."""
        return self.sent_by_id == by.id and self.page_key == page_key

    def send(self, by: Person) -> None:
        if self.is_sent:
            raise AlreadySent
        self.sent_by, self.sent_by_id, self.sent_at = by, by.id, clock.now()

    def reply(self, by: Person, says: Says, words: str, *, is_shared: bool) -> SummaryReply:
        """Add what the person says now. The same again is one reply."""
        present = self.present_replies.get(by.id)
        if present and (present.says, present.words, present.is_shared) == (says, words, is_shared):
            return present
        said = SummaryReply(person=by, person_id=by.id, says=says, words=words, is_shared=is_shared)
        self.replies.append(said)
        return said


class Says(StrEnum):
    """What one can say to a summary."""

    CONFIRMED = "confirmed"
    COMMENTED = "commented"


class SummaryReply(Base):
    """What one person says to one version, at one moment. Never changed."""

    __tablename__ = "summary_reply"

    summary_id: Mapped[UUID] = mapped_column(ForeignKey("meeting_summary.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    says: Mapped[Says]
    words: Mapped[str] = mapped_column(String(COMMENT_LIMIT), default="")
    is_shared: Mapped[bool] = mapped_column(default=False)  # with everybody at the meeting
    at: Mapped[datetime] = mapped_column(default=clock.now)

    summary: Mapped[MeetingSummary] = relationship(back_populates="replies")
    person: Mapped[Person] = relationship()


def draft_of(meeting: Meeting) -> MeetingSummary | None:
    """The version being written now."""
    return next((s for s in meeting.summaries if not s.is_sent), None)


def sent_of(meeting: Meeting) -> MeetingSummary | None:
    """The newest version that was sent: the one that counts."""
    return next((s for s in reversed(meeting.summaries) if s.is_sent), None)
