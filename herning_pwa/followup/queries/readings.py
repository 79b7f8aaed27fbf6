"""The readings of the ruler: each with its number in words, and what the family says beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session, joinedload

from herning_pwa.circles.models import Child, Membership
from herning_pwa.circles.words import voice_shape
from herning_pwa.followup.models import RulerComment, RulerReading
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.words import concern, reading_word
from herning_pwa.i18n import _, local, short_date
from herning_pwa.people.models import Person

READ_AT_MOST = 200


@dataclass(frozen=True)
class SaidBeside:
    """What one in the family says beside a reading."""

    name: str = ""
    shape: str = ""
    words: str = ""


@dataclass(frozen=True)
class ReadingView:
    """One reading: the number with its words, the direction said out, who and when."""

    reading_id: str = ""
    number: int = 0
    word: str = ""
    concern: str = ""
    by_line: str = ""
    words: str = ""
    beside: list[SaidBeside] = field(default_factory=list)
    state: str = ""


def readings_of(db: Session, actor: Person, circle_id: UUID) -> Sequence[RulerReading]:
    """Those of all the circle's children that the actor may read, newest first. One statement."""
    found = db.scalars(
        policy.readings_visible_to(actor)
        .join(Child, Child.id == RulerReading.child_id)
        .where(Child.circle_id == circle_id)
        .options(
            joinedload(RulerReading.child),
            joinedload(RulerReading.by),
            joinedload(RulerReading.wording),
            joinedload(RulerReading.comments).joinedload(RulerComment.by),
        )
        .order_by(RulerReading.at.desc(), RulerReading.id.desc())
        .limit(READ_AT_MOST)
    )
    return found.unique().all()


def reading_view(
    row: RulerReading, places: Sequence[Membership], *, is_corrected: bool
) -> ReadingView:
    shapes = {place.person_id: voice_shape(place.role) for place in places}
    names = {comment.by_id: comment.by.first_name for comment in row.comments}
    return ReadingView(
        reading_id=str(row.id),
        number=row.number,
        word=reading_word(row.number, row.wording),
        concern=concern(row.number),
        by_line=_("{name}, {day}").format(
            name=row.by.first_name, day=short_date(local(row.at).date())
        ),
        words=row.words,
        beside=[
            SaidBeside(names[person_id], shapes.get(person_id, "circle"), words)
            for person_id, words in words_beside(row).items()
            if words
        ],
        state=_("Corrected") if is_corrected else "",
    )


def words_beside(row: RulerReading) -> dict[UUID, str]:
    """The latest words of each person beside a reading."""
    return {comment.by_id: comment.words for comment in row.comments}
