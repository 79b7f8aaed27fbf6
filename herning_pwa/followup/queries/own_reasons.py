"""The reasons one person has given for a rhythm or for a follow-up that was changed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.followup.models import RhythmChange, RoundTurn
from herning_pwa.followup.words.cycle import change_line, turn_line
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_reasons(db: Session, person: Person) -> list[OwnWord]:
    """Two statements."""
    changes = db.scalars(
        select(RhythmChange)
        .where(RhythmChange.by_id == person.id)
        .options(joinedload(RhythmChange.rhythm))
    )
    turns = db.scalars(
        select(RoundTurn)
        .where(RoundTurn.by_id == person.id, RoundTurn.reason != "")
        .options(joinedload(RoundTurn.round))
    )
    return [*map(_change, changes), *map(_turn, turns)]


def _change(row: RhythmChange) -> OwnWord:
    return OwnWord(
        kind="rhythm_change",
        id=row.id,
        label=_("How often we follow up"),
        written_at=row.at,
        circle_id=row.rhythm.circle_id,
        parts=said((_("Reason"), row.reason)),
        about=change_line(row),
    )


def _turn(row: RoundTurn) -> OwnWord:
    return OwnWord(
        kind="round_turn",
        id=row.id,
        label=_("Follow-up"),
        written_at=row.at,
        circle_id=row.round.circle_id,
        parts=said((_("Reason"), row.reason)),
        about=turn_line(row),
    )
