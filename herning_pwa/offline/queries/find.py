"""Looking an answer up."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from herning_pwa.offline.models import OutboxAnswer, Outcome
from herning_pwa.people.models import Person


def find_answer(db: Session, person: Person, key: UUID) -> OutboxAnswer | None:
    """The person's own, by the entry's id."""
    return db.scalar(
        select(OutboxAnswer).where(OutboxAnswer.person_id == person.id, OutboxAnswer.key == key)
    )


def sent_back_to(person: Person) -> Select[OutboxAnswer]:
    """What the person wrote and could not be saved, until they let go of it."""
    return select(OutboxAnswer).where(
        OutboxAnswer.person_id == person.id,
        OutboxAnswer.outcome == Outcome.REFUSED,
        OutboxAnswer.let_go_at.is_(None),
    )
