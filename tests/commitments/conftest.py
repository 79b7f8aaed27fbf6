"""Asking and offering as Mette and Jens would, in a November that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.commitments.commands import ask_for_help
from herning_pwa.commitments.models import Commitment
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.people.models import Person
from tests.cast import Cast

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=COPENHAGEN)  # a Monday
THURSDAY = "2026-11-26"
Asking = Callable[..., Commitment]


@pytest.fixture(autouse=True)
def november() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def asking(db: Session, cast: Cast) -> Asking:
    """Ask who can fetch Emil on Thursday, as Mette would, with whatever else the test says."""

    def asked(by: Person | None = None, **other: object) -> Commitment:
        form: dict[str, object] = {
            "circle_id": cast.circle.id,
            "form_key": uuid4(),
            "what": "Hente Emil",
            "on_day": THURSDAY,
        }
        return ask_for_help(db, by or cast.mette, **{**form, **other})

    return asked


@pytest.fixture
def commitment(asking: Asking) -> Commitment:
    """Mette asks who can fetch Emil on Thursday."""
    return asking()
