"""Rows that are only history: turns in a goal's story, and who was let in when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.models.kinds import TurnKind

if TYPE_CHECKING:
    from herning_pwa.goals.models.goal import Goal
    from herning_pwa.goals.models.step import Step


class Turn(Base):
    """Something a person did to the goal. ``value`` is an achievement or an audience;
    ``was`` the audience before."""

    __tablename__ = "turn"
    __table_args__ = (Index(None, "goal_id", "at"),)

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[TurnKind]
    words: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    value: Mapped[str] = mapped_column(String(40), default="")
    was: Mapped[str | None] = mapped_column(String(40))
    step_id: Mapped[UUID | None] = mapped_column(ForeignKey("step.id"))
    about_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    goal: Mapped[Goal] = relationship(back_populates="turns")
    step: Mapped[Step | None] = relationship()


class GoalShare(Base):
    """One named person who may also see the goal, from a moment and perhaps until one."""

    __tablename__ = "goal_share"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    shared_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    since: Mapped[datetime] = mapped_column(default=clock.now)
    until: Mapped[datetime | None]

    goal: Mapped[Goal] = relationship(back_populates="shares")

    @property
    def is_living(self) -> bool:
        now = clock.now()
        return self.since <= now and (self.until is None or now < self.until)
