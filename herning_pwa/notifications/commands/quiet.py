"""The hours in which no phone is to light up."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from herning_pwa.fields import copenhagen
from herning_pwa.i18n import local

QUIET_FROM, QUIET_UNTIL = time(20), time(8)


def is_quiet(moment: datetime) -> bool:
    return not QUIET_UNTIL <= local(moment).time() < QUIET_FROM


def outside_quiet_hours(moment: datetime) -> datetime:
    """The moment itself, or the next morning at eight in Copenhagen."""
    return next_morning(moment) if is_quiet(moment) else moment


def next_morning(moment: datetime) -> datetime:
    """When the quiet hours end that are now, or are the next to come."""
    return _next(moment, QUIET_UNTIL)


def next_evening(moment: datetime) -> datetime:
    """When quiet hours begin the next time."""
    return _next(moment, QUIET_FROM)


def _next(moment: datetime, at: time) -> datetime:
    there = local(moment)
    return copenhagen(there.date() + timedelta(days=1 if there.time() >= at else 0), at)
