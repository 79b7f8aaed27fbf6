"""Holidays, school holidays and weeks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from herning_pwa.config import UnsafeSettings, read_settings
from herning_pwa.meetings.days import day_note
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.meetings.words import week_word
from herning_pwa.school_holidays import SHIPPED, read_school_holidays


@pytest.mark.parametrize(
    ("day", "note"),
    [
        ("2026-11-24", ""),
        ("2027-02-13", "Skolerne har vinterferie."),
        ("2027-02-22", ""),
        ("2027-03-26", "Det er helligdag: Langfredag. Skolerne har påskeferie."),
        ("2027-05-17", "Det er helligdag: Anden pinsedag."),
        ("2027-06-05", "Mange har fri den dag: Grundlovsdag."),
        ("2026-12-24", "Mange har fri den dag: Juleaftensdag. Skolerne har juleferie."),
        ("2024-04-26", ""),  # Great Prayer Day is no holiday from 2024
    ],
)
def test_what_is_special_about_a_day(day, note):
    assert day_note(date.fromisoformat(day)) == note


def test_the_meeting_says_so_and_is_allowed(db, cast, plan):
    meeting = plan(day="2026-12-25")
    note = meeting_page(db, cast.mette, meeting_id=meeting.id).day_note
    assert note == "Det er helligdag: Juledag. Skolerne har juleferie."


def test_the_municipality_gives_its_own_school_holidays(tmp_path):
    own = tmp_path / "ferie.csv"
    own.write_text(
        "# Ferieplan\nschool_year,name,first_day,last_day\n"
        "2026/2027,vinterferie,2027-02-20,2027-02-28\n"
    )
    [holiday] = read_settings({"HERNING_SCHOOL_HOLIDAYS": str(own)}).school_holidays
    assert (holiday.name, holiday.first_day) == ("vinterferie", date(2027, 2, 20))


@pytest.mark.parametrize(
    "written",
    [
        None,
        "name,first_day,last_day\nvinterferie,20-02-2027,2027-02-28\n",
        "name,first_day,last_day\nvinterferie,2027-02-28,2027-02-20\n",
        "name,first_day\nvinterferie,2027-02-28\n",
        "name,first_day,last_day\nvinterferie,2027-02-28\n",
        "name,first_day,last_day\n,2027-02-20,2027-02-28\n",
    ],
)
def test_a_file_that_cannot_be_read_stops_the_start_and_is_named(tmp_path, written):
    file = tmp_path / "ferie.csv"
    if written is not None:
        file.write_text(written)
    with pytest.raises(UnsafeSettings, match="HERNING_SCHOOL_HOLIDAYS"):
        read_settings({"HERNING_SCHOOL_HOLIDAYS": str(file)})


def test_the_shipped_school_holidays_never_overlap():
    holidays = sorted(read_school_holidays(SHIPPED), key=lambda holiday: holiday.first_day)
    assert all(a.last_day < b.first_day for a, b in pairwise(holidays))


def test_every_week_from_2020_to_2035_is_counted_the_danish_way():
    day, last = date(2020, 1, 1), date(2035, 12, 31)
    while day <= last:
        assert week_word(day) == f"uge {day.isocalendar().week}", day
        day += timedelta(days=1)
