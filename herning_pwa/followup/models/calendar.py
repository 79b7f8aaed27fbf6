"""The cycle's calendar: which day comes after which. Days are Copenhagen's; nothing is stored.

A round opens a week before its follow-up day and is over, held or not, when the next one opens.
So two rounds never overlap, whatever the rhythm.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from herning_pwa.fields import copenhagen

USUAL_WEEKS = 6  # the Herning model's practice; not law
FEWEST_WEEKS, MOST_WEEKS = 2, 26
OPENS_BEFORE = timedelta(days=7)
OPENS_AT = time(8)
MONTHS_TO_THE_FIRST = 3  # barnets lov § 95


def opens_at(due_on: date) -> datetime:
    """When people are asked to say how it goes: eight in the morning, a week before."""
    return copenhagen(due_on - OPENS_BEFORE, OPENS_AT)


def next_due(day: date, weeks: int) -> date:
    """The follow-up day after one on ``day``."""
    return day + timedelta(weeks=weeks)


def lapses_at(due_on: date, weeks: int) -> datetime:
    """When a round that nobody has held gives way to the next."""
    return opens_at(next_due(due_on, weeks))


def first_deadline(started_on: date) -> date:
    """The last day for the first follow-up: three months after the support began (§ 95)."""
    months = started_on.month - 1 + MONTHS_TO_THE_FIRST
    year, month = started_on.year + months // 12, months % 12 + 1
    return date(year, month, min(started_on.day, monthrange(year, month)[1]))


def first_due(started_on: date, weeks: int, *, today: date) -> date:
    """The first follow-up day: a rhythm after the start and within the law's three months.

    Where that has long passed, the next day of the rhythm that leaves people their week.
    """
    due_on = min(next_due(started_on, weeks), first_deadline(started_on))
    while due_on - OPENS_BEFORE < today:
        due_on = next_due(due_on, weeks)
    return due_on


def belongs_to(day: date, due_on: date, weeks: int) -> bool:
    """Whether a meeting on ``day`` is this follow-up's: nearer to it than to the ones around."""
    return abs(day - due_on) < timedelta(weeks=weeks) / 2
