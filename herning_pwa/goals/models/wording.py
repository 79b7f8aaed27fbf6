"""Wordings of a goal, and what people answered to each.

A wording never changes after it was proposed, and an answer never changes at
all: other words are a new wording. goals/models/lasting.py guards that.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT, TITLE_LIMIT
from herning_pwa.goals.models.kinds import AnswerKind, ViewKind, WordingState
from herning_pwa.i18n import today
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.goals.models.goal import Goal

ANSWER_WITHIN = timedelta(days=7)


def answer_due() -> date:
    """The promised answer date of something proposed today."""
    return today() + ANSWER_WITHIN


@dataclass(frozen=True)
class Words:
    """The words of a goal, before they are a wording somebody has proposed."""

    title: str
    why: str = ""
    signs: str = ""
    everyday: str = ""
    starts_on: date | None = None
    target_on: date | None = None


class Wording(Base):
    """One version of a goal's words."""

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("goal_id", "number"),)

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    why: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    signs: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    everyday: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    starts_on: Mapped[date | None]
    target_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime | None]
    answer_due_on: Mapped[date | None]
    state: Mapped[WordingState] = mapped_column(default=WordingState.DRAFT)
    agreed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    goal: Mapped[Goal] = relationship(back_populates="wordings")
    answers: Mapped[list[Answer]] = relationship(back_populates="wording", order_by="Answer.id")
    child_views: Mapped[list[ChildView]] = relationship(
        back_populates="wording", order_by="ChildView.id"
    )

    @property
    def words(self) -> Words:
        return Words(**{name: getattr(self, name) for name in asdict(Words(""))})

    def reword(self, words: Words) -> Self:
        """Put new words into a draft."""
        for name, value in asdict(words).items():
            setattr(self, name, value)
        return self

    @property
    def is_open(self) -> bool:
        return self.state is WordingState.OPEN

    @property
    def is_agreed(self) -> bool:
        return self.state is WordingState.AGREED

    def answer_of(self, person_id: UUID) -> Answer | None:
        return next((a for a in self.answers if a.person_id == person_id), None)

    def who_said(self, kind: AnswerKind) -> set[UUID]:
        return {a.person_id for a in self.answers if a.kind is kind}

    def view_of(self, child_id: UUID) -> ChildView | None:
        """The child's latest view of this wording."""
        return next((v for v in reversed(self.child_views) if v.child_id == child_id), None)

    def note_answer(self, by: Person, kind: AnswerKind, words: str = "") -> None:
        answer = Answer(person_id=by.id, kind=kind, words=words, answered_at=clock.now())
        self.answers.append(answer)

    def close(self, state: WordingState) -> None:
        self.state = state
        self.closed_at = clock.now()

    def wait_again(self) -> None:
        """What made it lapse was taken back."""
        self.state, self.closed_at = WordingState.OPEN, None


class Answer(Base):
    """What one person said to one wording."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("wording_id", "person_id"),)

    wording_id: Mapped[UUID] = mapped_column(ForeignKey("wording.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[AnswerKind]
    words: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    answered_at: Mapped[datetime] = mapped_column(default=clock.now)

    wording: Mapped[Wording] = relationship(back_populates="answers")


class ChildView(Base):
    """What a child of ten or more thinks of one wording (barnets lov § 5). The latest counts."""

    __tablename__ = "child_view"

    wording_id: Mapped[UUID] = mapped_column(ForeignKey("wording.id"), index=True)
    child_id: Mapped[UUID] = mapped_column(ForeignKey("child.id"), index=True)
    kind: Mapped[ViewKind]
    words: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    wording: Mapped[Wording] = relationship(back_populates="child_views")
