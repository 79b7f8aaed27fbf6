"""What the reader has promised or is asked to do, for today's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, or_
from sqlalchemy.orm import Session, joinedload

from herning_pwa.commitments import policy, words
from herning_pwa.commitments.models import Commitment, Stage
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person

LOOK_BACK = timedelta(days=7)
SHOWN_AT_MOST = 5


@dataclass(frozen=True)
class MyCommitment:
    """One line: what, and when or who asks."""

    what: str = ""
    line: str = ""


def my_commitments(db: Session, actor: Person, *, circle_id: UUID) -> list[MyCommitment]:
    """The nearest ones: taken and not yet done, or asked of the reader by name. One statement."""
    mine = and_(Commitment.stage == Stage.TAKEN, Commitment.taken_by_id == actor.id)
    asked = and_(
        Commitment.stage == Stage.OPEN,
        Commitment.meant_for_id == actor.id,
        Commitment.on_day >= today(),
    )
    rows = db.scalars(
        policy.visible_to(actor)
        .where(
            Commitment.circle_id == circle_id,
            Commitment.on_day >= today() - LOOK_BACK,
            or_(mine, asked),
        )
        .options(joinedload(Commitment.asked_by))
        .order_by(Commitment.on_day, Commitment.id)
        .limit(SHOWN_AT_MOST)
    )
    return [_line(row) for row in rows]


def _line(row: Commitment) -> MyCommitment:
    day = words.on_day(row.on_day)
    asks = _("{name} asks if you can, {day}.").format(name=row.asked_by.first_name, day=day)
    return MyCommitment(what=row.what, line=asks if row.stage is Stage.OPEN else day)
