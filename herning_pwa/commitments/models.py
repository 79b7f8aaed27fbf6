"""Commitments: small promises people make each other around a child ("jeg henter torsdag")."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.fields import TITLE_LIMIT
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


class Stage(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    TAKEN = "taken"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class TurnKind(StrEnum):
    """What can happen to a commitment."""

    ASKED = "asked"
    OFFERED = "offered"
    TAKEN = "taken"
    RELEASED = "released"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class Commitment(Base):
    """One small thing on one day, asked for or offered, and held by one person at most.

    ``meant_for`` is who was asked by name; anybody who takes part may still take it.
    """

    __tablename__ = "commitment"
    __table_args__ = (
        UniqueConstraint("asked_by_id", "form_key"),  # two taps on a slow phone make one
        Index(None, "circle_id", "on_day"),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    what: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    on_day: Mapped[date]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    meant_for_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    taken_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    stage: Mapped[Stage] = mapped_column(default=Stage.OPEN)
    form_key: Mapped[UUID]

    circle: Mapped[Circle] = relationship()
    asked_by: Mapped[Person] = relationship(foreign_keys=[asked_by_id])
    taken_by: Mapped[Person | None] = relationship(foreign_keys=[taken_by_id])
    turns: Mapped[list[CommitmentTurn]] = relationship(
        back_populates="commitment", order_by="CommitmentTurn.id"
    )

    @property
    def is_open(self) -> bool:
        """Whether somebody can still take it."""
        return self.stage is Stage.OPEN and self.on_day >= today()

    def ask(self, by: Person) -> None:
        """Somebody asks: it stands open."""
        self.asked_by, self.stage = by, Stage.OPEN
        self._note(TurnKind.ASKED, by)

    def offer(self, by: Person) -> None:
        """Somebody promises of their own accord."""
        self.asked_by, self.stage, self.taken_by = by, Stage.TAKEN, by
        self._note(TurnKind.OFFERED, by)

    def take(self, by: Person) -> None:
        """One named person promises it. The first one has it."""
        if not self.is_open:
            raise Conflict(self._why_not())
        self.stage, self.taken_by = Stage.TAKEN, by
        self._note(TurnKind.TAKEN, by)

    def keep(self, by: Person) -> None:
        """It was done."""
        self.stage = Stage.KEPT
        self._note(TurnKind.KEPT, by)

    def release(self, by: Person) -> None:
        """It could not be after all: open for the others again."""
        self.stage, self.taken_by, self.meant_for_id = Stage.OPEN, None, None
        self._note(TurnKind.RELEASED, by)

    def withdraw(self, by: Person) -> None:
        """It is not needed any more."""
        self.stage = Stage.WITHDRAWN
        self._note(TurnKind.WITHDRAWN, by)

    def _why_not(self) -> str:
        if self.taken_by is not None:
            return _("{name} has already said yes to it. Thank you for wanting to help.").format(
                name=self.taken_by.first_name
            )
        if self.stage is Stage.WITHDRAWN:
            return _("It is not needed any more. Thank you for wanting to help.")
        return _("The day has passed. Thank you for wanting to help.")

    def _note(self, kind: TurnKind, by: Person) -> None:
        self.turns.append(CommitmentTurn(kind=kind, by=by))


class CommitmentTurn(Base):
    """Who did what to a commitment, and when."""

    __tablename__ = "commitment_turn"

    commitment_id: Mapped[UUID] = mapped_column(ForeignKey("commitment.id"), index=True)
    kind: Mapped[TurnKind]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    commitment: Mapped[Commitment] = relationship(back_populates="turns")
    by: Mapped[Person] = relationship()
