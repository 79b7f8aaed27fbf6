"""Looking an answer up."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, cast, func, select
from sqlalchemy.orm import Session

from herning_pwa.i18n import ngettext
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


def characters_of() -> ColumnElement[int]:
    """How long an answer's words are, as they are stored."""
    return func.length(cast(OutboxAnswer.fields, Text))


def kept_for(db: Session, person: Person) -> tuple[int, int]:
    """How many things were sent back to the person, and how many characters in all."""
    kept = sent_back_to(person).with_only_columns(
        func.count(), func.coalesce(func.sum(characters_of()), 0)
    )
    count, characters = db.execute(kept).one()
    return count, characters


def sent_back_line(db: Session, person: Person) -> str:
    """That something came back and waits to be read; empty when nothing does. One statement."""
    count = db.scalar(sent_back_to(person).with_only_columns(func.count())) or 0
    if not count:
        return ""
    return ngettext(
        "{n} thing you wrote could not be sent. Read why.",
        "{n} things you wrote could not be sent. Read why.",
        count,
    )
