"""A goal everybody in the circle has agreed on."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal
from tests.agreed import agreed_goal
from tests.cast import Cast


@pytest.fixture
def goal(db: Session, cast: Cast) -> Goal:
    return agreed_goal(db, cast.circle, cast.mette)
