"""What one person has thought about before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.meetings.models.saved import SavedAsTyped
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.meetings.models.meeting import Meeting

COMPANION_LIMIT = 120
SHARED, KEPT_BACK = "meeting.preparation_shared", "meeting.preparation_kept_back"  # in the log


@dataclass(frozen=True)
class Prepared:
    """The answers. The last two are for the one who leads the meeting, and nobody else."""

    going_well: str = ""
    hard: str = ""
    next_steps: str = ""
    unspoken: str = ""  # not to be talked about in front of the others
    companion: str = ""  # who comes along to help


class Preparation(SavedAsTyped, Base):
    """One person's preparation for one meeting, as it stands now."""

    __tablename__ = "preparation"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    going_well: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    hard: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    next_steps: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    unspoken: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    companion: Mapped[str] = mapped_column(String(COMPANION_LIMIT), default="")
    shared_at: Mapped[datetime | None]  # the three answers, with everybody at the meeting
    page_saves: Mapped[int] = mapped_column(default=0)  # the last one of that page's we have had

    meeting: Mapped[Meeting] = relationship(back_populates="preparations")
    person: Mapped[Person] = relationship()

    @property
    def words(self) -> Prepared:
        return Prepared(self.going_well, self.hard, self.next_steps, self.unspoken, self.companion)

    @property
    def has_answers(self) -> bool:
        """Whether any of the three questions is answered."""
        return bool(self.going_well or self.hard or self.next_steps)

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    def is_behind(self, page_key: UUID, saves: int) -> bool:
        """Whether the page had saved again before this: what comes late is not what it says now."""
        return self.page_key == page_key and 0 < saves < self.page_saves

    def note_save(self, page_key: UUID, saves: int) -> None:
        """The page that wrote last has saved once more, perhaps the same words."""
        if self.page_key == page_key:
            self.page_saves = saves

    def write(self, words: Prepared, page_key: UUID) -> None:
        """Let these be the words. The same words again are no change."""
        self.meeting.refuse_if_closed()
        if words == self.words:
            return
        self.going_well, self.hard, self.next_steps = words.going_well, words.hard, words.next_steps
        self.unspoken, self.companion = words.unspoken, words.companion
        self.note_saved(page_key)

    def share(self) -> None:
        self.meeting.refuse_if_closed()
        self.shared_at = self.shared_at or clock.now()

    def keep_back(self) -> None:
        """From now on only those who lead the meeting read it; others may have read it already."""
        self.shared_at = None


def preparation_of(person: Person, meeting: Meeting) -> Preparation | None:
    return next((p for p in meeting.preparations if p.person_id == person.id), None)
