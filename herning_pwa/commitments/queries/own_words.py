"""What one person has asked for or promised, in their own words."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.commitments.models import Commitment, CommitmentTurn, Stage
from herning_pwa.i18n import _, short_date
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """One statement."""
    first = (
        select(func.min(CommitmentTurn.at))
        .where(CommitmentTurn.commitment_id == Commitment.id)
        .correlate(Commitment)
        .scalar_subquery()
    )
    mine = select(Commitment, first).where(Commitment.asked_by_id == person.id)
    return [
        OwnWord(
            kind="commitment",
            id=row.id,
            label=_("Commitment"),
            written_at=at,
            circle_id=row.circle_id,
            parts=said((_("What"), row.what), (_("Day"), short_date(row.on_day))),
            state=_("Taken back") if row.stage is Stage.WITHDRAWN else "",
        )
        for row, at in db.execute(mine)
    ]
