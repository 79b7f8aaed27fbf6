"""The wellbeing ruler of each child a reader may see it of, with the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.circles.models import Child, Membership
from herning_pwa.circles.policy import children_visible_to
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.circles.words import voice_shape
from herning_pwa.followup.models import RulerComment, RulerReading, RulerWording
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.queries.find import wording_in_force
from herning_pwa.followup.words import NUMBERS, concern, labels, reading_word
from herning_pwa.i18n import _, local, short_date
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

READ_AT_MOST = 200
EARLIER_SHOWN = 12


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


@dataclass(frozen=True)
class RulerOfChild:
    """One child's ruler, and what the reader may do there. ``own_words`` are the reader's own
    beside the latest reading; ``later`` says who will read it one day."""

    child_id: str = ""
    name: str = ""
    latest: ReadingView = field(default_factory=ReadingView)
    earlier: list[ReadingView] = field(default_factory=list)
    can_set: bool = False
    can_correct: bool = False
    can_comment: bool = False
    own_words: str = ""
    sight: SightLine = field(default_factory=SightLine)
    later: str = ""


@dataclass(frozen=True)
class RulerView:
    """All of them. ``answers`` are the five numbers, for who may set one."""

    children: list[RulerOfChild] = field(default_factory=list)
    answers: list[Option] = field(default_factory=list)


def ruler_of(
    db: Session, actor: Person, circle_id: UUID, places: Sequence[Membership]
) -> RulerView:
    """For a page that has found the circle; ``places`` are its living ones. Four statements.

    Empty for whom the ruler is not for. A family sees a child once there is a reading.
    """
    children = db.scalars(
        children_visible_to(actor).where(Child.circle_id == circle_id).order_by(Child.id)
    ).all()
    if not children:
        return RulerView()
    by_child: dict[UUID, list[RulerReading]] = {child.id: [] for child in children}
    for reading in _readings(db, actor, circle_id):
        by_child[reading.child_id].append(reading)
    can_set = policy.may_set_ruler(actor, children[0])
    return RulerView(
        children=[
            _ruler(actor, child, by_child[child.id], places, can_set=can_set)
            for child in children
            if can_set or by_child[child.id]
        ],
        answers=_answers(wording_in_force(db)) if can_set else [],
    )


def _readings(db: Session, actor: Person, circle_id: UUID) -> Sequence[RulerReading]:
    """Newest first."""
    return db.scalars(
        policy.readings_visible_to(actor)
        .join(Child, Child.id == RulerReading.child_id)
        .where(Child.circle_id == circle_id)
        .options(
            joinedload(RulerReading.child),
            joinedload(RulerReading.by),
            joinedload(RulerReading.wording),
            selectinload(RulerReading.comments).joinedload(RulerComment.by),
        )
        .order_by(RulerReading.at.desc(), RulerReading.id.desc())
        .limit(READ_AT_MOST)
    ).all()


def _ruler(
    actor: Person,
    child: Child,
    readings: list[RulerReading],
    places: Sequence[Membership],
    *,
    can_set: bool,
) -> RulerOfChild:
    latest = readings[0] if readings else None
    corrected = {reading.follows_id for reading in readings if reading.is_correction}
    views = [_reading(row, places, is_corrected=row.id in corrected) for row in readings]
    can_comment = latest is not None and policy.may_comment(actor, latest)
    return RulerOfChild(
        child_id=str(child.id),
        name=child.first_name,
        latest=views[0] if views else ReadingView(),
        earlier=views[1 : EARLIER_SHOWN + 1],
        can_set=can_set,
        can_correct=latest is not None and policy.may_correct(actor, latest),
        can_comment=can_comment,
        own_words=_standing(latest).get(actor.id, "") if latest else "",
        sight=_sight(actor, child, places) if can_set or can_comment else SightLine(),
        later=_later(child, places) if can_set or can_comment else "",
    )


def _reading(row: RulerReading, places: Sequence[Membership], *, is_corrected: bool) -> ReadingView:
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
            for person_id, words in _standing(row).items()
            if words
        ],
        state=_("Corrected") if is_corrected else "",
    )


def _standing(row: RulerReading) -> dict[UUID, str]:
    """The latest words of each person beside a reading."""
    return {comment.by_id: comment.words for comment in row.comments}


def _answers(wording: RulerWording | None) -> list[Option]:
    said = labels(wording)
    return [Option(str(n), f"{n} – {said[n - 1]}", concern(n)) for n in NUMBERS]


def _sight(actor: Person, child: Child, places: Sequence[Membership]) -> SightLine:
    own = next(place for place in places if place.person_id == actor.id)
    seeing = [place for place in places if policy.reads_ruler_of(place, child)]
    return sight_line(own, seeing, among=places)


def _later(child: Child, places: Sequence[Membership]) -> str:
    """A child without a sign-in reads it once there is one: who writes should know."""
    if any(place.person_id == child.person_id for place in places):
        return ""
    return _("When {name} gets an own sign-in, {name} can read it too.").format(
        name=child.first_name
    )
