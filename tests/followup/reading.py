"""Setting the ruler and changing the phase as people do, and looking at both as they do."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child
from herning_pwa.followup.commands import change_phase, set_ruler
from herning_pwa.followup.models import PhaseTurn, RulerReading
from herning_pwa.followup.queries.find import living_places
from herning_pwa.followup.queries.phases import PhaseView, phase_of
from herning_pwa.followup.queries.ruler import RulerOfChild, RulerView, ruler_of
from herning_pwa.people.models import Person
from tests.cast import Cast

WORDS = "Han sover bedre og leger med de andre."
REASON = "Vi har aftalt det, der er vigtigst."


def set_by(
    db: Session, by: Person, child: Child, number: object = "2", **other: Any
) -> RulerReading:
    """What the form sends, with whatever else the test says."""
    form = {"child_id": str(child.id), "seen": "", "number": number, "words": WORDS}
    return set_ruler(db, by, **{**form, **other})


def turned(
    db: Session, by: Person, cast: Cast, phase: object = "change", **other: Any
) -> PhaseTurn:
    form = {"circle_id": str(cast.circle.id), "seen": "", "phase": phase, "reason": REASON}
    return change_phase(db, by, **{**form, **other})


def rulers(db: Session, reader: Person, cast: Cast) -> RulerView:
    return ruler_of(db, reader, cast.circle.id, living_places(db, cast.circle.id))


def ruler(db: Session, reader: Person, cast: Cast, child: Child) -> RulerOfChild:
    """One child's, as the reader sees it; empty when it is not there for them."""
    seen = (one for one in rulers(db, reader, cast).children if one.child_id == str(child.id))
    return next(seen, RulerOfChild())


def phase(db: Session, reader: Person, cast: Cast) -> PhaseView:
    return phase_of(db, reader, cast.circle.id, living_places(db, cast.circle.id))
