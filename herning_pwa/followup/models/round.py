"""One follow-up: its day, its round of updates, and what became of it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.followup.models import calendar
from herning_pwa.followup.models.round_turn import RoundTurn, Turn
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry


class RoundState(StrEnum):
    """Where a follow-up stands."""

    PLANNED = "planned"
    OPEN = "open"
    HELD = "held"
    SKIPPED = "skipped"
    MISSED = "missed"


CURRENT = (RoundState.PLANNED, RoundState.OPEN)


class RoundClosed(Conflict):
    """The follow-up is over."""

    def __init__(self) -> None:
        super().__init__(_("This follow-up is over. Look at the next one."))


class Round(Base):
    """A follow-up. At most one in each circle is ahead or open.

    ``due_on`` is its day, counted from ``counts_from``; ``is_agreed`` says that people chose it,
    so that a new rhythm leaves it be. ``opens_at`` and ``lapses_at`` follow from the day.
    """

    __tablename__ = "round"
    __table_args__ = (
        UniqueConstraint("circle_id", "number"),
        Index(
            "uq_round_current",
            "circle_id",
            unique=True,
            sqlite_where=text("state IN ('planned', 'open')"),
            postgresql_where=text("state IN ('planned', 'open')"),
        ),
        Index(None, "state", "opens_at"),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    number: Mapped[int]
    counts_from: Mapped[date]  # the follow-up before, or the start of the support
    due_on: Mapped[date]
    is_agreed: Mapped[bool] = mapped_column(default=False)
    opens_at: Mapped[datetime]
    lapses_at: Mapped[datetime]
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    state: Mapped[RoundState] = mapped_column(default=RoundState.PLANNED)
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column()

    circle: Mapped[Circle] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    turns: Mapped[list[RoundTurn]] = relationship(back_populates="round", order_by="RoundTurn.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_open(self) -> bool:
        return self.state is RoundState.OPEN

    @property
    def is_current(self) -> bool:
        return self.state in CURRENT

    def set_day(self, due_on: date, weeks: int) -> None:
        """Give it a day, and with it the moments it opens and lapses."""
        self.due_on = due_on
        self.opens_at = calendar.opens_at(due_on)
        self.lapses_at = calendar.lapses_at(due_on, weeks)

    def open(self) -> None:
        self.state, self.opened_at = RoundState.OPEN, clock.now()

    @property
    def carrier(self) -> Meeting | None:
        """The meeting that carries it, ahead or over; none when that was called off."""
        return None if self.meeting is None or self.meeting.is_cancelled else self.meeting

    def lapse(self) -> None:
        """The next one is about to open. It was held when its meeting was."""
        self.state = RoundState.HELD if self.carrier else RoundState.MISSED
        self.closed_at = clock.now()

    def follow(self, meeting: Meeting | None, weeks: int, due_on: date) -> None:
        """Be held at that meeting; without one the day stands."""
        move = meeting.latest_move if meeting and meeting.id == self.meeting_id else None
        if move and due_on != self.due_on:
            self._note(Turn.FOLLOWED, move.by, "", now_due_on=due_on, change=move)
        self.meeting = meeting
        self.set_day(due_on, weeks)

    def move(self, by: Person, due_on: date, weeks: int, reason: str) -> None:
        self._note(Turn.MOVED, by, reason, now_due_on=due_on)
        self.set_day(due_on, weeks)
        self.is_agreed = True

    def skip(self, by: Person, reason: str) -> None:
        self._note(Turn.SKIPPED, by, reason)
        self.state, self.closed_at = RoundState.SKIPPED, clock.now()

    def hold(self, by: Person, meeting_id: UUID | None) -> None:
        """It has taken place; ``meeting_id`` is the meeting, when there was one."""
        self._note(Turn.HELD, by, "")
        self.state, self.closed_at = RoundState.HELD, clock.now()
        self.meeting_id = meeting_id or self.meeting_id

    def _note(self, what: Turn, by: Person, reason: str, **now: Any) -> None:
        if not self.is_current:
            raise RoundClosed
        turn = RoundTurn(what=what, by=by, reason=reason, was_due_on=self.due_on, **now)
        self.turns.append(turn)


class RoundAnswer(Base):
    """One person is done with one goal in one round: with an entry, or having passed it over."""

    __tablename__ = "round_answer"
    __table_args__ = (UniqueConstraint("round_id", "person_id", "goal_id"),)

    round_id: Mapped[UUID] = mapped_column(ForeignKey("round.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"))
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("progress_entry.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    goal: Mapped[Goal] = relationship()
    entry: Mapped[ProgressEntry | None] = relationship()
