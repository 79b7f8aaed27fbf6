"""Handing a circle to another professional: for a period, or for good."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models.circle import Circle, Membership
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _
from herning_pwa.people.models import Person

REASON_LIMIT = 200


class Outcome(StrEnum):
    """How a handover came to its end."""

    CARRIED_OUT = "carried_out"  # for good: the other one has it
    OVER = "over"  # the period ran out
    BACK_EARLY = "back_early"
    TAKEN_BACK = "taken_back"  # before it began
    CHANGED = "changed"  # before it began: another one took its place
    LAPSED = "lapsed"  # when the time came it could not be


class AlreadyBegun(Conflict):
    """The moment has come or somebody changed the handover meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This has changed in the meantime. Look at it again."))


class Handover(Base):
    """Who gives the circle to whom, from when, until when, and what the family was told.

    ``assigned_by`` is the administrator who did it when the giver could not.
    Rows are kept: one that is changed before it begins is ended and a new one written.
    """

    __tablename__ = "handover"
    __table_args__ = (
        Index(
            "uq_handover_open",
            "circle_id",
            unique=True,
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"), index=True)
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    given_to_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]  # none: for good
    reason: Mapped[str] = mapped_column(String(REASON_LIMIT))
    assigned_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))  # whose words
    told_by_phone: Mapped[bool] = mapped_column(default=False)
    written_at: Mapped[datetime] = mapped_column(default=clock.now)
    began_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]
    closed_at: Mapped[datetime | None]
    giving_place_id: Mapped[UUID] = mapped_column(ForeignKey("membership.id"))
    taking_place_id: Mapped[UUID | None] = mapped_column(ForeignKey("membership.id"))

    circle: Mapped[Circle] = relationship()
    given_by: Mapped[Person] = relationship(foreign_keys=[given_by_id])
    given_to: Mapped[Person] = relationship(foreign_keys=[given_to_id])
    assigned_by: Mapped[Person | None] = relationship(foreign_keys=[assigned_by_id])
    giving_place: Mapped[Membership] = relationship(foreign_keys=[giving_place_id])
    taking_place: Mapped[Membership | None] = relationship(foreign_keys=[taking_place_id])

    @property
    def is_for_good(self) -> bool:
        return self.ends_at is None

    @property
    def is_ahead(self) -> bool:
        """Agreed, and not yet carried out."""
        return self.outcome is None and self.began_at is None

    @property
    def is_running(self) -> bool:
        """The substitute has the circle now."""
        return self.outcome is None and self.began_at is not None

    def begin(self, taking_place: Membership) -> None:
        """The time has come: the circle is in the other one's hands."""
        self.taking_place, self.began_at = taking_place, clock.now()
        if self.is_for_good:
            self.close(Outcome.CARRIED_OUT)

    def close(self, outcome: Outcome) -> None:
        """The handover is over, one way or another."""
        if self.outcome is not None:
            raise AlreadyBegun
        self.outcome, self.closed_at = outcome, clock.now()

    def take_back(self, outcome: Outcome = Outcome.TAKEN_BACK) -> None:
        """Nothing comes of it. Raises AlreadyBegun when its time has come."""
        if not self.is_ahead or self.starts_at <= clock.now():
            raise AlreadyBegun
        self.close(outcome)
