"""A follow-up meeting that is being held this afternoon, and one goal in force; and a January
that stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal
from herning_pwa.meetings.models import Meeting
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.followup.acts import MORNING, START, called
from tests.followup.rounds import NOW


@pytest.fixture
def travel() -> Iterator[time_machine.Traveller]:
    """It is half an hour before the meeting that is called in the morning."""
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def goal(db: Session, cast: Cast, travel: time_machine.Traveller) -> Goal:
    return agreed_goal(db, cast.circle, cast.mette)


@pytest.fixture
def meeting(db: Session, cast: Cast, goal: Goal, travel: time_machine.Traveller) -> Meeting:
    """Sanne has called Mette, Anders, Inger and Peter; it has just begun."""
    meeting = called(db, cast.sanne, cast.mette, cast.anders, cast.inger, cast.peter)
    travel.move_to(START)
    return meeting


@pytest.fixture
def january() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller
