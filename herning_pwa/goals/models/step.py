"""Steps: what one person does towards a goal, by a date."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.fields import TITLE_LIMIT
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.goals.models.goal import Goal


class Step(Base):
    """One named person's part, with a date. Taken back rather than deleted."""

    __tablename__ = "step"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goal.id"), index=True)
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    due_on: Mapped[date]
    added_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[datetime] = mapped_column(default=clock.now)
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    withdrawn_at: Mapped[datetime | None]

    goal: Mapped[Goal] = relationship(back_populates="steps")

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    def do(self, by: Person) -> None:
        self.done_at, self.done_by_id = clock.now(), by.id

    def undo(self) -> None:
        self.done_at, self.done_by_id = None, None

    def withdraw(self) -> None:
        self.withdrawn_at = clock.now()
