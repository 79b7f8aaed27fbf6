"""The cycle's calendar, whatever the rhythm and the day: on every day a year has."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from herning_pwa.followup.models import FEWEST_WEEKS, MOST_WEEKS, calendar

WEEKS = some.integers(FEWEST_WEEKS, MOST_WEEKS)
DAYS = some.dates(date(2020, 1, 1), date(2040, 12, 31))
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@given(DAYS)
def test_a_round_opens_seven_days_before_at_eight_in_denmark(due_on: date) -> None:
    opens = calendar.opens_at(due_on).astimezone(COPENHAGEN)
    assert (opens.hour, opens.minute) == (8, 0)
    assert due_on - opens.date() == timedelta(days=7)


@given(DAYS, WEEKS)
def test_one_gives_way_exactly_when_the_next_opens(due_on: date, weeks: int) -> None:
    following = calendar.next_due(due_on, weeks)
    assert following > due_on
    assert calendar.lapses_at(due_on, weeks) == calendar.opens_at(following)
    assert calendar.lapses_at(due_on, weeks) > calendar.opens_at(due_on)


@given(DAYS, WEEKS, DAYS)
def test_the_first_leaves_people_their_week_and_keeps_the_law(
    start: date, weeks: int, now: date
) -> None:
    due_on = calendar.first_due(start, weeks, today=now)
    assert due_on > start
    assert calendar.opens_at(due_on).astimezone(COPENHAGEN).date() >= now
    if now <= start:
        assert due_on <= calendar.first_deadline(start)


@given(DAYS)
def test_the_laws_day_is_three_months_after_or_the_last_of_a_shorter_month(start: date) -> None:
    last = calendar.first_deadline(start)
    assert (last.year * 12 + last.month) - (start.year * 12 + start.month) == 3
    assert last.day == start.day or (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("start", "last"),
    [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"), ("2026-01-31", "2026-04-30")],
)
def test_the_laws_day_at_the_end_of_short_months(start: str, last: str) -> None:
    assert calendar.first_deadline(date.fromisoformat(start)) == date.fromisoformat(last)


@given(DAYS, WEEKS, some.integers(-200, 200))
def test_a_meeting_belongs_to_at_most_one_follow_up(due_on: date, weeks: int, off: int) -> None:
    day = due_on + timedelta(days=off)
    around = [due_on, calendar.next_due(due_on, weeks), due_on - timedelta(weeks=weeks)]
    assert sum(calendar.belongs_to(day, one, weeks) for one in around) <= 1
