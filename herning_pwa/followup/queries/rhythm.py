"""The circle's rhythm as a measure of time, for the desk's queries."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func, literal

from herning_pwa import clock
from herning_pwa.db import UtcDateTime
from herning_pwa.followup.models import FEWEST_WEEKS, MOST_WEEKS, USUAL_WEEKS, Rhythm


def a_rhythm_ago() -> ColumnElement[datetime]:
    """The moment one rhythm back, in a statement that has Rhythm outer-joined."""
    now = clock.now()
    moments = {
        weeks: literal(now - timedelta(weeks=weeks), UtcDateTime())
        for weeks in range(FEWEST_WEEKS, MOST_WEEKS + 1)
    }
    return case(moments, value=func.coalesce(Rhythm.weeks, USUAL_WEEKS))
