"""Trin op, trin ned, samme trin."""

import pytest

from herning_pwa.errors import Conflict, Invalid, NotAllowed
from herning_pwa.followup.commands import choose_ladder_step
from herning_pwa.ladder.models import Direction
from herning_pwa.ladder.policy import ladder_visible_to
from herning_pwa.ladder.steps import ladder_steps
from herning_pwa.meetings.queries import meeting_page
from tests.followup.acts import MORNING, START, called, choose_step


@pytest.fixture
def second_meeting(db, cast, meeting, travel):
    """After a meeting where step 2 was chosen."""
    choose_step(db, cast.sanne, meeting, 2)
    travel.move_to(MORNING)
    second = called(db, cast.sanne, cast.mette, start="15:30", end="16:00")
    travel.move_to(START)
    return second


def test_the_ladder_has_six_steps_from_nought():
    assert [step.number for step in ladder_steps()] == [0, 1, 2, 3, 4, 5]
    assert ladder_steps()[1].name == "Forebyggelse"


def test_the_first_choice_is_where_the_circle_begins(db, cast, meeting):
    for step in (3, 2):  # chosen anew at the same meeting, it still is the first
        turn = choose_step(db, cast.sanne, meeting, step)
        assert (turn.step, turn.direction) == (step, Direction.FIRST)
    told = meeting_page(db, cast.mette, meeting_id=meeting.id).decided.ladder
    assert told.decision == "Her begynder vi"


@pytest.mark.parametrize(
    ("step", "direction"), [(4, Direction.UP), (2, Direction.SAME), (1, Direction.DOWN)]
)
def test_the_next_meeting_goes_up_stays_or_goes_down(db, cast, second_meeting, step, direction):
    turn = choose_step(db, cast.sanne, second_meeting, str(step))
    assert (turn.step, turn.direction) == (step, direction)


@pytest.mark.parametrize("step", ["", None, "6", "-1", "2.0", "to", ["2"]])
def test_other_steps_do_not_exist(db, cast, meeting, step):
    with pytest.raises(Invalid) as refused:
        choose_step(db, cast.sanne, meeting, step)
    assert list(refused.value.fields) == ["step"]


def test_it_takes_a_reason(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        choose_step(db, cast.sanne, meeting, 2, " ")
    assert list(refused.value.fields) == ["reason"]


def test_mette_does_not_choose(db, cast, meeting):
    with pytest.raises(NotAllowed):
        choose_step(db, cast.mette, meeting, 2)


def test_whoever_comes_second_is_told_what_both_chose(db, cast, meeting):
    choose_step(db, cast.sanne, meeting, 2, "Mere støtte hjemme.")
    with pytest.raises(Conflict) as refused:
        choose_ladder_step(
            db, cast.peter, meeting_id=meeting.id, step=1, reason="Det går bedre.", seen=""
        )
    assert "Mere støtte hjemme." in str(refused.value)
    assert "Det går bedre." in str(refused.value)


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("mette", True),
        ("anders", True),
        ("sanne", True),
        ("peter", True),
        ("freja", False),
        ("inger", False),
        ("karl", False),
        ("frede", False),
        ("fatima", False),
    ],
)
def test_custody_parents_and_professionals_read_it(db, cast, meeting, name, reads):
    choose_step(db, cast.sanne, meeting, 2)
    assert bool(db.scalars(ladder_visible_to(getattr(cast, name))).all()) is reads
