"""Looking an answer up."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.offline.models import OutboxAnswer
from herning_pwa.people.models import Person


def find_answer(db: Session, person: Person, key: UUID) -> OutboxAnswer | None:
    """The person's own, by the entry's id."""
    return db.scalar(
        select(OutboxAnswer).where(OutboxAnswer.person_id == person.id, OutboxAnswer.key == key)
    )
