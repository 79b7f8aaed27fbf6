"""A meeting Sanne has called, in a November that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.meetings.acts import NOW, ids


@pytest.fixture(autouse=True)
def november() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def plan(db: Session, cast: Cast) -> Callable[..., Meeting]:
    """Plan a meeting as Sanne would, with whatever else the test says."""

    def planned(by: Person | None = None, **other: Any) -> Meeting:
        form: dict[str, Any] = {
            "circle_id": cast.circle.id,
            "form_key": uuid4(),
            "kind": "network",
            "day": "2026-11-24",
            "start": "14:05",
            "end": "15:00",
            "place": "Skolen, lokale 3",
            "people": ids(cast.mette, cast.anders, cast.inger),
        }
        return plan_meeting(db, by or cast.sanne, **{**form, **other})

    return planned


@pytest.fixture
def meeting(plan: Callable[..., Meeting]) -> Meeting:
    """A network meeting: Sanne, Mette, Anders and Inger, Tuesday 24 November 14.05-15.00."""
    return plan()
