"""What came of each thing that was written on a phone and sent from its outbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from herning_pwa import clock
from herning_pwa.db import Base
from herning_pwa.errors import Conflict, DomainError, Invalid, NotAllowed, NotFresh
from herning_pwa.offline.keys import LONGEST_WAY

ANSWERS_KEPT_FOR = LONGEST_WAY
CLOCKS_DIFFER = timedelta(minutes=5)


class Outcome(StrEnum):
    """What was answered, for good."""

    APPLIED = "applied"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Which kind of no it was: each is shown in its own place."""

    INVALID = "invalid"
    CONFLICT = "conflict"
    NOT_FRESH = "not_fresh"
    OTHER = "other"

    @classmethod
    def of(cls, error: DomainError) -> Refusal:
        kinds = {Invalid: cls.INVALID, Conflict: cls.CONFLICT, NotFresh: cls.NOT_FRESH}
        return next((kind for type_, kind in kinds.items() if isinstance(error, type_)), cls.OTHER)


class OutboxAnswer(Base):
    """One entry's answer: the same one however often the entry is sent.

    ``fields`` are the form's. Of what was carried out only what says what it was about: the words
    stand where they were written to. Of what was refused all of it, until its author lets go.
    """

    __tablename__ = "outbox_answer"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    key: Mapped[UUID]  # the entry's own id, made on the phone
    content_hash: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(40))
    written_at: Mapped[datetime | None]  # by the phone's clock
    answered_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    outcome: Mapped[Outcome] = mapped_column(default=Outcome.APPLIED)
    refusal: Mapped[Refusal | None]
    sentence: Mapped[str] = mapped_column(String(500), default="")
    problems: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # one for each field
    value_id: Mapped[UUID | None]  # what the command made
    fields: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    let_go_at: Mapped[datetime | None]

    def apply(self, value_id: UUID | None, rest: dict[str, str]) -> None:
        """It was carried out; ``rest`` is what is left of the fields without the words."""
        self.value_id, self.fields = value_id, rest

    def refuse(self, error: DomainError) -> None:
        """It was not carried out, and will not be."""
        self.outcome, self.refusal, self.sentence = Outcome.REFUSED, Refusal.of(error), str(error)
        self.problems = error.fields if isinstance(error, Invalid) else {}

    @property
    def error(self) -> DomainError | None:
        """Why it was refused, as it was raised then."""
        match self.refusal:
            case None:
                return None
            case Refusal.INVALID:
                return Invalid(self.problems)
            case Refusal.CONFLICT:
                return Conflict(self.sentence)
            case Refusal.NOT_FRESH:
                return NotFresh()
            case Refusal.OTHER:
                return NotAllowed(self.sentence)

    @property
    def dated(self) -> datetime:
        """When it was written; when it arrived, where the phone's clock shows what cannot be."""
        earliest, latest = self.answered_at - LONGEST_WAY, self.answered_at + CLOCKS_DIFFER
        if self.written_at is None or not earliest <= self.written_at <= latest:
            return self.answered_at
        return self.written_at

    @property
    def is_kept(self) -> bool:
        """Whether its author has still to decide what to do with the words."""
        return self.outcome is Outcome.REFUSED and self.let_go_at is None

    def let_go(self, rest: dict[str, str]) -> None:
        """Forget the words. The answer stays."""
        self.fields, self.let_go_at = rest, clock.now()
