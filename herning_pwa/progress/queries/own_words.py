"""What one person has recorded of progress, also what they have taken back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.goals.queries.own_words import what_goals_are_called
from herning_pwa.i18n import _, short_date
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said
from herning_pwa.progress.models import ProgressEntry


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """Four statements."""
    rows = db.scalars(
        select(ProgressEntry)
        .where(ProgressEntry.person_id == person.id)
        .options(joinedload(ProgressEntry.goal), selectinload(ProgressEntry.corrected_by))
    ).all()
    called = what_goals_are_called(db, person, (row.goal_id for row in rows))
    return [
        OwnWord(
            kind="progress",
            id=row.id,
            label=_("Progress"),
            written_at=row.recorded_at,
            circle_id=row.goal.circle_id,
            parts=said(
                (_("Day"), short_date(row.happened_on)),
                (_("From 0 to 10"), None if row.rating is None else str(row.rating)),
                (_("Note"), row.note),
            ),
            about=called[row.goal_id],
            state=_state(row),
        )
        for row in rows
    ]


def _state(entry: ProgressEntry) -> str:
    if entry.is_withdrawn:
        return _("Taken back")
    if entry.corrected_by:
        return _("Corrected")
    return _("Only for the social worker") if entry.is_kept else ""
