"""A goal, and what can be done with it. Who may do it is the policy's question."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Child, Circle
from herning_pwa.db import Base
from herning_pwa.fields import TEXT_LIMIT
from herning_pwa.goals.models.answerable import Answerable
from herning_pwa.goals.models.kinds import (
    ENDED,
    IN_FORCE,
    Achievement,
    Area,
    Audience,
    Lifecycle,
    Whose,
)
from herning_pwa.goals.models.step import Step
from herning_pwa.goals.models.story import GoalShare, Turn
from herning_pwa.goals.models.wording import Wording


class Goal(Answerable, Base):
    """What a family and a professional want to reach together."""

    __tablename__ = "goal"
    __table_args__ = (
        Index(None, "circle_id", "lifecycle"),
        Index(
            "uq_goal_draft",
            "circle_id",
            "proposed_by_id",
            unique=True,
            sqlite_where=text("lifecycle = 'draft'"),
            postgresql_where=text("lifecycle = 'draft'"),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    whose: Mapped[Whose] = mapped_column(default=Whose.FAMILY)
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    area: Mapped[Area] = mapped_column(default=Area.HOME)
    audience: Mapped[Audience] = mapped_column(default=Audience.CIRCLE)
    lifecycle: Mapped[Lifecycle] = mapped_column(default=Lifecycle.DRAFT)
    achievement: Mapped[Achievement | None]
    in_focus: Mapped[bool] = mapped_column(default=False)
    agreed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_reason: Mapped[str] = mapped_column(String(TEXT_LIMIT), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    version: Mapped[int] = mapped_column()

    circle: Mapped[Circle] = relationship()
    wordings: Mapped[list[Wording]] = relationship(
        back_populates="goal", order_by="Wording.number", cascade="all, delete-orphan"
    )
    steps: Mapped[list[Step]] = relationship(
        back_populates="goal", order_by="Step.due_on, Step.id", cascade="all, delete-orphan"
    )
    turns: Mapped[list[Turn]] = relationship(back_populates="goal", order_by="Turn.id")
    shares: Mapped[list[GoalShare]] = relationship(
        back_populates="goal",
        order_by="GoalShare.id",
        cascade="all, delete-orphan",
        lazy="selectin",  # every question of sight reads them
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_draft(self) -> bool:
        return self.lifecycle is Lifecycle.DRAFT

    @property
    def is_in_force(self) -> bool:
        return self.lifecycle in IN_FORCE

    @property
    def is_ended(self) -> bool:
        return self.lifecycle in ENDED

    @property
    def can_be_in_focus(self) -> bool:
        return self.lifecycle in {Lifecycle.ACCEPTED, Lifecycle.ACTIVE}

    @property
    def current_wording(self) -> Wording | None:
        """The agreed words in force."""
        return next((w for w in self.wordings if w.is_agreed), None)

    @property
    def open_wording(self) -> Wording | None:
        """The words waiting for answers."""
        return next((w for w in self.wordings if w.is_open), None)

    @property
    def latest_wording(self) -> Wording:
        return self.wordings[-1]

    @property
    def shown_wording(self) -> Wording:
        """What the goal is called: the words in force, else the latest."""
        return self.current_wording or self.latest_wording

    @property
    def concerned_children(self) -> list[Child]:
        """The child whose goal it is, or all of them for the family's goals."""
        if self.whose is Whose.CHILD:
            return [c for c in self.circle.children if c.id == self.child_id]
        return list(self.circle.children) if self.whose is Whose.FAMILY else []

    @property
    def living_steps(self) -> list[Step]:
        return [s for s in self.steps if not s.is_withdrawn]
