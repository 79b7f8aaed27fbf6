"""Writing the log."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.db import Base
from herning_pwa.people.models import Person


def record(
    db: Session, actor: Person | None, action: str, thing: Base, *, circle_id: UUID | None = None
) -> None:
    """Log an act on ``thing`` in the caller's transaction: both happen, or neither.

    ``action`` is ``noun.past_participle``. ``circle_id`` defaults to the thing's own;
    after the commit the circle's open pages are asked to load again.
    """
    db.flush()  # a new thing has its id only after the flush
    circle_id = circle_id or getattr(thing, "circle_id", None)
    db.add(
        Activity(
            actor_id=actor.id if actor else None,
            action=action,
            object_type=thing.__tablename__,
            object_id=thing.id,
            circle_id=circle_id,
        )
    )
    if circle_id:
        changed_circles(db).add(circle_id)


def changed_circles(db: Session) -> set[UUID]:
    """The circles something was recorded in during this session's transaction."""
    circles: set[UUID] = db.info.setdefault("changed_circles", set())
    return circles


def record_denied(
    db: Session, actor_id: UUID | None, action: str, *, object_id: UUID | None, reason: str
) -> None:
    """Log an attempt that was refused. ``action`` is the command's name, ``reason`` the error's."""
    db.add(
        Activity(
            actor_id=actor_id,
            action=action,
            outcome=Outcome.DENIED,
            object_id=object_id,
            reason=reason,
        )
    )
