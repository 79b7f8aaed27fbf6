"""A goal everybody in the circle has agreed on, and short ways to speak about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import agreed_goal
from tests.cast import Cast

Say = Callable[..., ProgressEntry]


@pytest.fixture
def goal(db: Session, cast: Cast) -> Goal:
    return agreed_goal(db, cast.circle, cast.mette)


@pytest.fixture
def say(db: Session, goal: Goal) -> Say:
    """``say(cast.mette, 6, "Han gik selv")``: record it on the goal."""

    def record(who: Person, rating: object = None, note: object = "", **more: Any) -> ProgressEntry:
        given = {"goal_id": goal.id, "client_key": uuid4(), **more}
        return record_progress(db, who, rating=rating, note=note, **given)

    return record
