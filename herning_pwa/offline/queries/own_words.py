"""What a person wrote on a phone, and that could not be saved: theirs to take along."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.i18n import _
from herning_pwa.offline.kinds import KINDS
from herning_pwa.offline.queries.find import sent_back_to
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """One statement. Where it was to stand is not said: it never came there."""
    rows = db.scalars(sent_back_to(person))
    return [
        OwnWord(
            kind="not_sent",
            id=row.id,
            label=KINDS[row.kind].label(),
            written_at=row.dated,
            circle_id=None,
            parts=said(*KINDS[row.kind].written_in(row.fields)),
            state=_("Could not be saved"),
        )
        for row in rows
    ]
