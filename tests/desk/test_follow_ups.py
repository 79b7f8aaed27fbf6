"""The follow-ups on the desk: how long there is to the law's last day for the first one."""

from datetime import timedelta

import pytest
import time_machine

from herning_pwa.desk.queries.follow_ups import follow_up_lines
from herning_pwa.followup.commands import hold_follow_up
from herning_pwa.followup.commands.keeping import settle
from tests.followup.rounds import FIRST, NOW, START, arrive, at, of_round

DEADLINE = START + timedelta(days=90)  # 5 April: three months, barnets lov § 95


@pytest.fixture
def travel():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def since(db, travel, cast):
    """What a professional's desk says of the last day, so many days before it."""
    settle(db, cast.circle.id)

    def said(days, who="sanne"):
        arrive(db, cast.circle, travel, at(DEADLINE - timedelta(days=days)))
        return [line.since for line in follow_up_lines(db, getattr(cast, who))]

    return said


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (48, "Den første senest den 5. april. 48 dage endnu."),
        (1, "Den første senest den 5. april. 1 dag endnu."),
        (0, "Den første senest den 5. april. Det er i dag."),
        (-1, "Den første skulle have været holdt senest den 5. april."),
    ],
)
def test_the_days_left_are_told_to_those_who_work_there(since, days, words):
    assert since(days) == [words]
    assert since(days, "peter") == [words]
    assert since(days, "frede") == []


def test_once_the_first_is_held_nothing_is_said_of_it(db, travel, cast, since):
    one = arrive(db, cast.circle, travel, at(FIRST))
    hold_follow_up(db, cast.sanne, **of_round(one))
    assert since(0) == [""]
