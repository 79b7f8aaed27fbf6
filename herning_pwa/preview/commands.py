"""Looking as somebody else leaves a line in the log, and nothing else."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record_look
from herning_pwa.circles.queries.find import find_place
from herning_pwa.errors import require
from herning_pwa.people.models import Person
from herning_pwa.preview.policy import may_look_as


def note_look(db: Session, actor: Person, *, membership_id: object) -> None:
    """Log who looked as whom. Raises NotFound and NotAllowed."""
    place = find_place(db, actor, membership_id)
    require(may_look_as(actor, place))
    record_look(db, actor, "membership.looked_as", place)
