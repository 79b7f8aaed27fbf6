"""The wellbeing ruler of each child a reader may see it of, with the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child, Membership
from herning_pwa.circles.policy import children_visible_to
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.followup.models import RulerReading, RulerWording
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.queries.find import wording_in_force
from herning_pwa.followup.queries.readings import (
    ReadingView,
    reading_view,
    readings_of,
    words_beside,
)
from herning_pwa.followup.words import NUMBERS, concern, labels
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option, SightLine

EARLIER_SHOWN = 12


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
    for reading in readings_of(db, actor, circle_id):
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
    views = [reading_view(row, places, is_corrected=row.id in corrected) for row in readings]
    can_comment = latest is not None and policy.may_comment(actor, latest)
    return RulerOfChild(
        child_id=str(child.id),
        name=child.first_name,
        latest=views[0] if views else ReadingView(),
        earlier=views[1 : EARLIER_SHOWN + 1],
        can_set=can_set,
        can_correct=latest is not None and policy.may_correct(actor, latest),
        can_comment=can_comment,
        own_words=words_beside(latest).get(actor.id, "") if latest else "",
        sight=_sight(actor, child, places) if can_set or can_comment else SightLine(),
        later=_later(child, places) if can_set or can_comment else "",
    )


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
