"""Times are written on Copenhagen's clock and kept in UTC, also when the clock jumps."""

from datetime import UTC, datetime

import pytest
import time_machine

from herning_pwa.errors import Invalid
from herning_pwa.meetings.queries import meeting_page


def test_winter_is_one_hour_from_utc_and_summer_two(plan):
    winter, summer = plan(day="2026-12-01"), plan(day="2027-06-01")
    assert winter.starts_at == datetime(2026, 12, 1, 13, 5, tzinfo=UTC)
    assert summer.starts_at == datetime(2027, 6, 1, 12, 5, tzinfo=UTC)


def test_half_past_two_never_comes_on_the_night_the_clock_goes_forward(plan):
    with pytest.raises(Invalid) as refused:
        plan(day="2027-03-28", start="02:30", end="04:00")
    assert refused.value.fields["start"].startswith(
        "Den nat bliver uret stillet frem. Klokken 02.30"
    )


def test_an_end_that_never_comes_is_refused_too(plan):
    with pytest.raises(Invalid) as refused:
        plan(day="2027-03-28", start="01:30", end="02:00")
    assert "end" in refused.value.fields


def test_around_the_hour_that_never_comes_a_meeting_is_as_long_as_it_is(plan):
    meeting = plan(day="2027-03-28", start="01:30", end="03:30")
    assert (meeting.ends_at - meeting.starts_at).total_seconds() == 3600


def test_of_the_hour_that_comes_twice_the_first_is_meant(db, cast, plan):
    meeting = plan(day="2027-10-31", start="02:30", end="03:30")
    assert meeting.starts_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert (meeting.ends_at - meeting.starts_at).total_seconds() == 7200
    assert meeting_page(db, cast.mette, meeting_id=meeting.id).starts == "2027-10-31T02:30+02:00"


def test_that_long_night_counts_against_the_longest_meeting(plan):
    with pytest.raises(Invalid) as refused:
        plan(day="2027-10-31", start="01:00", end="12:30")
    assert refused.value.fields["end"].startswith("Et møde varer højst 12 timer.")


@pytest.mark.parametrize(
    ("day", "week"),
    [("2026-12-31", "uge 53"), ("2027-01-03", "uge 53"), ("2027-01-04", "uge 1")],
)
def test_weeks_are_counted_the_danish_way(db, cast, plan, day, week):
    meeting = plan(day=day)
    assert meeting_page(db, cast.mette, meeting_id=meeting.id).week == week


def test_today_is_copenhagens_today_just_after_midnight(plan):
    with time_machine.travel(datetime(2026, 11, 23, 23, 30, tzinfo=UTC), tick=False):
        assert plan(day="2026-11-24", start="08:00", end="09:00")
        with pytest.raises(Invalid):
            plan(day="2026-11-23", start="23:45", end="23:55")


def test_the_two_nights_of_2026(plan):
    """25 October has half past two twice, 29 March never has it."""
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        with pytest.raises(Invalid) as refused:
            plan(day="2026-03-29", start="02:30", end="03:30")
        assert list(refused.value.fields) == ["start"]
        twice = plan(day="2026-10-25", start="02:30", end="02:45")
        assert twice.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
