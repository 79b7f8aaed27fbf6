"""What one person has written in the follow-up."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, joinedload

from herning_pwa.circles.models import Child
from herning_pwa.followup.models import PhaseTurn, RulerComment, RulerReading, RulerWording
from herning_pwa.followup.queries.own_reasons import own_reasons
from herning_pwa.followup.words import NUMBERS, phase_word, reading_word
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """Six statements."""
    return [
        *_readings(db, person),
        *_comments(db, person),
        *_turns(db, person),
        *_wordings(db, person),
        *own_reasons(db, person),
    ]


def _readings(db: Session, person: Person) -> list[OwnWord]:
    later = aliased(RulerReading)
    statement = (
        select(RulerReading, later.id)
        .outerjoin(later, (later.follows_id == RulerReading.id) & later.is_correction)
        .where(RulerReading.by_id == person.id)
        .options(joinedload(RulerReading.child), joinedload(RulerReading.wording))
    )
    return [
        OwnWord(
            kind="ruler_reading",
            id=row.id,
            label=_("The wellbeing ruler"),
            written_at=row.at,
            circle_id=row.child.circle_id,
            parts=said(
                (_("Number"), reading_word(row.number, row.wording)), (_("Words"), row.words)
            ),
            state=_("Corrected") if correction else "",
        )
        for row, correction in db.execute(statement)
    ]


def _comments(db: Session, person: Person) -> list[OwnWord]:
    statement = (
        select(RulerComment, Child.circle_id)
        .join(RulerReading, RulerReading.id == RulerComment.reading_id)
        .join(Child, Child.id == RulerReading.child_id)
        .where(RulerComment.by_id == person.id)
        .order_by(RulerComment.id.desc())
    )
    rows = db.execute(statement).all()
    latest = {row.reading_id: row.id for row, _circle in reversed(rows)}
    return [
        OwnWord(
            kind="ruler_comment",
            id=row.id,
            label=_("Your words beside the wellbeing ruler"),
            written_at=row.at,
            circle_id=circle_id,
            parts=said((_("Words"), row.words)),
            state="" if latest[row.reading_id] == row.id else _("Written anew, or taken back"),
        )
        for row, circle_id in rows
    ]


def _turns(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(select(PhaseTurn).where(PhaseTurn.by_id == person.id))
    return [
        OwnWord(
            kind="phase_turn",
            id=row.id,
            label=_("Change of phase"),
            written_at=row.at,
            circle_id=row.circle_id,
            parts=said((_("Phase"), phase_word(row.phase)), (_("Reason"), row.reason)),
        )
        for row in rows
    ]


def _wordings(db: Session, person: Person) -> list[OwnWord]:
    rows = db.scalars(select(RulerWording).where(RulerWording.by_id == person.id))
    return [
        OwnWord(
            kind="ruler_wording",
            id=row.id,
            label=_("What the ruler’s numbers are called"),
            written_at=row.at,
            circle_id=None,
            parts=said(*((str(n), row.labels[n - 1]) for n in NUMBERS)),
        )
        for row in rows
    ]
