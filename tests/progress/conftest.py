"""A goal everybody in the circle has agreed on, and short ways to speak about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Audience, Goal, Lifecycle, WordingState, Words
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import ProgressEntry
from tests.cast import Cast

Say = Callable[..., ProgressEntry]


def goal_in(db: Session, cast: Cast, lifecycle: Lifecycle, **more: Any) -> Goal:
    """A goal about coming to school on time, wherever it is on its way."""
    goal = Goal(
        circle_id=cast.circle.id,
        proposed_by_id=cast.mette.id,
        lifecycle=lifecycle,
        **{"audience": Audience.CIRCLE, **more},
    )
    wording = goal.word(cast.mette, Words("Emil møder til tiden"))
    wording.state = WordingState.AGREED
    db.add(goal)
    db.flush()
    return goal


@pytest.fixture
def goal(db: Session, cast: Cast) -> Goal:
    return goal_in(db, cast, Lifecycle.ACTIVE)


@pytest.fixture
def say(db: Session, goal: Goal) -> Say:
    """``say(cast.mette, 6, "Han gik selv")``: record it on the goal."""

    def record(who: Person, rating: object = None, note: object = "", **more: Any) -> ProgressEntry:
        given = {"goal_id": goal.id, "client_key": uuid4(), **more}
        return record_progress(db, who, rating=rating, note=note, **given)

    return record
