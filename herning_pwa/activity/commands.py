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
    _log(db, actor, action, thing, circle_id)
    if circle_id:
        changed_circles(db).add(circle_id)


def record_look(db: Session, actor: Person, action: str, thing: Base) -> None:
    """Log that somebody looked. Nothing has changed, so no open page loads again."""
    _log(db, actor, action, thing, getattr(thing, "circle_id", None))


def _log(
    db: Session, actor: Person | None, action: str, thing: Base, circle_id: UUID | None
) -> None:
    db.add(
        Activity(
            actor_id=actor.id if actor else None,
            action=action,
            object_type=thing.__tablename__,
            object_id=thing.id,
            circle_id=circle_id,
        )
    )


def tell_only(db: Session, *person_ids: UUID) -> None:
    """After the commit ask the open pages of these people to load again, and nobody else's."""
    changed_circles(db).update(person_ids)


def changed_circles(db: Session) -> set[UUID]:
    """The circles something was recorded in during this session's transaction, and the people
    who alone are told of it."""
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
