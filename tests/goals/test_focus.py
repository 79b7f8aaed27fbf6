"""At most three goals in focus at a time."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import NotAllowed
from herning_pwa.goals.commands import (
    agree_to_goal,
    pause_goal,
    put_in_focus,
    resume_goal,
    take_out_of_focus,
)
from herning_pwa.goals.commands.focus import FocusIsFull
from herning_pwa.goals.models import Goal
from tests.cast import Cast
from tests.goals.making import agreed, proposed, waiting


def four(db: Session, cast: Cast) -> list[Goal]:
    return [agreed(db, cast, title=f"Mål nummer {n}") for n in range(1, 5)]


def test_the_first_three_agreed_goals_come_into_focus(db: Session, cast: Cast) -> None:
    assert [goal.in_focus for goal in four(db, cast)] == [True, True, True, False]


def test_a_fourth_is_refused_with_the_names_of_the_three(db: Session, cast: Cast) -> None:
    fourth = four(db, cast)[3]
    with pytest.raises(FocusIsFull) as refusal:
        put_in_focus(db, cast.mette, goal_id=fourth.id)
    assert "Mål nummer 1" in str(refusal.value)
    assert "Mål nummer 3" in str(refusal.value)


def test_there_is_room_when_one_is_taken_out(db: Session, cast: Cast) -> None:
    first, *_others, fourth = four(db, cast)
    take_out_of_focus(db, cast.sanne, goal_id=first.id)
    put_in_focus(db, cast.mette, goal_id=fourth.id)
    assert (first.in_focus, fourth.in_focus) == (False, True)


def test_a_paused_goal_gives_its_place_and_takes_one_again(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    pause_goal(db, cast.mette, goal_id=goal.id, reason="Sommerferie")
    assert not goal.in_focus
    resume_goal(db, cast.mette, goal_id=goal.id)
    assert goal.in_focus


@pytest.mark.parametrize("name", ["inger", "freja", "jens"])
def test_only_those_who_decide_choose_the_focus(db: Session, cast: Cast, name: str) -> None:
    goal = agreed(db, cast)
    with pytest.raises(NotAllowed):
        take_out_of_focus(db, getattr(cast, name), goal_id=goal.id)


def test_the_other_circle_has_a_focus_of_its_own(db: Session, cast: Cast) -> None:
    four(db, cast)
    goal = proposed(db, cast, cast.fatima)
    agree_to_goal(db, cast.frede, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.in_focus
