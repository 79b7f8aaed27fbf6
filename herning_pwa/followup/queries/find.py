"""Looking things up. By id: always from what the actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from herning_pwa.circles.models import Child, Circle, Membership
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.followup.models import PhaseTurn, RulerComment, RulerReading, RulerWording
from herning_pwa.followup.policy.ruler import readings_visible_to
from herning_pwa.people.models import Person


def find_reading(db: Session, actor: Person, reading_id: object) -> RulerReading:
    """A reading with what was said beside it; raises NotFound."""
    seen = readings_visible_to(actor).where(RulerReading.id == as_id(reading_id))
    with_comments = selectinload(RulerReading.comments).joinedload(RulerComment.by)
    return the_one(db, seen.options(joinedload(RulerReading.child), with_comments))


def latest_reading(db: Session, child: Child) -> RulerReading | None:
    """The one that nothing follows, for a command that has found the child and holds it."""
    later = aliased(RulerReading)
    return db.scalar(
        select(RulerReading)
        .outerjoin(later, later.follows_id == RulerReading.id)
        .where(RulerReading.child_id == child.id, later.id.is_(None))
        .options(joinedload(RulerReading.by), joinedload(RulerReading.wording))
    )


def latest_turn(db: Session, circle: Circle) -> PhaseTurn | None:
    """The one that nothing follows, for a command that has found the circle and holds it."""
    later = aliased(PhaseTurn)
    return db.scalar(
        select(PhaseTurn)
        .outerjoin(later, later.follows_id == PhaseTurn.id)
        .where(PhaseTurn.circle_id == circle.id, later.id.is_(None))
        .options(joinedload(PhaseTurn.by))
    )


def living_places(db: Session, circle_id: UUID) -> Sequence[Membership]:
    """Everybody in the circle now, for a query that has found the circle."""
    return db.scalars(
        select(Membership)
        .where(Membership.circle_id == circle_id, Membership.is_active)
        .options(joinedload(Membership.person))
        .order_by(Membership.id)
    ).all()


def wording_in_force(db: Session) -> RulerWording | None:
    """The municipality's newest words for the ruler; none while the app's own stand."""
    return db.scalar(select(RulerWording).order_by(RulerWording.version.desc()).limit(1))
