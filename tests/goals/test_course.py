"""Begin, pause, take up again, finish and end."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import Conflict, Invalid, NotAllowed
from herning_pwa.goals.commands import (
    agree_to_goal,
    begin_goal,
    end_goal,
    finish_goal,
    pause_goal,
    propose_change,
    resume_goal,
    save_plan,
    set_achievement,
)
from herning_pwa.goals.models import Achievement, Goal, Lifecycle
from herning_pwa.goals.queries.goal import goal_page
from tests.cast import Cast
from tests.goals.making import agreed, draft, in_force, other_words, proposed, soon, waiting


def agreed_for_later(db: Session, cast: Cast) -> Goal:
    draft(db, cast, cast.mette)
    plan = {"target_on": "", "step_title": "", "step_person_id": "", "step_due_on": ""}
    save_plan(db, cast.mette, circle_id=cast.circle.id, starts_on=soon(), **plan)
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    return goal


def test_a_goal_for_later_is_begun_when_its_time_comes(db: Session, cast: Cast) -> None:
    goal = agreed_for_later(db, cast)
    assert goal.lifecycle is Lifecycle.ACCEPTED
    with time_machine.travel(clock.now() + timedelta(days=11)):
        begin_goal(db, cast.mette, goal_id=goal.id)
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_a_goal_under_way_cannot_begin_again(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    with pytest.raises(Conflict):
        begin_goal(db, cast.mette, goal_id=goal.id)


def test_pausing_takes_a_reason_and_can_be_undone(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    with pytest.raises(Invalid):
        pause_goal(db, cast.mette, goal_id=goal.id, reason="")
    pause_goal(db, cast.mette, goal_id=goal.id, reason="Vi flytter.")
    assert goal.lifecycle is Lifecycle.ON_HOLD
    resume_goal(db, cast.sanne, goal_id=goal.id)
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_a_reached_goal_is_celebrated_quietly(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    finish_goal(db, cast.sanne, goal_id=goal.id, achievement="achieved", words="I holdt ved.")
    assert goal.lifecycle is Lifecycle.COMPLETED
    assert goal.achievement is Achievement.ACHIEVED
    assert not goal.in_focus
    shown = goal_page(db, cast.mette, goal_id=goal.id)
    assert shown.ending == "I har nået målet. Det gjorde I sammen."


def test_a_goal_that_was_not_reached_ends_without_blame(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    finish_goal(db, cast.mette, goal_id=goal.id, achievement="not-achieved")
    shown = goal_page(db, cast.mette, goal_id=goal.id)
    assert shown.ending == "I har prøvet noget, der er vigtigt. Målet er afsluttet for nu."


def test_ending_takes_a_reason(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    end_goal(db, cast.mette, goal_id=goal.id, reason="Det er ikke vigtigt mere.")
    assert goal.lifecycle is Lifecycle.CANCELLED
    assert goal.ended_reason == "Det er ikke vigtigt mere."


def test_a_change_that_waits_falls_with_the_goal(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=in_force(goal), fields=other_words())
    shown = waiting(goal)
    end_goal(db, cast.sanne, goal_id=goal.id, reason="Slut")
    assert goal.open_wording is None
    with pytest.raises(Conflict, match="Målet er stoppet"):
        agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown)


def test_nothing_moves_a_goal_that_is_over(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    end_goal(db, cast.mette, goal_id=goal.id, reason="Slut")
    with pytest.raises(Conflict):
        resume_goal(db, cast.mette, goal_id=goal.id)
    with pytest.raises(Conflict):
        finish_goal(db, cast.mette, goal_id=goal.id, achievement="achieved")


def test_how_it_goes_can_be_said_while_it_goes(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    set_achievement(db, cast.anders, goal_id=goal.id, achievement="improving")
    assert goal.achievement is Achievement.IMPROVING
    with pytest.raises(Invalid):
        set_achievement(db, cast.anders, goal_id=goal.id, achievement="great")


@pytest.mark.parametrize("name", ["inger", "freja"])
def test_only_those_who_decide_steer(db: Session, cast: Cast, name: str) -> None:
    goal = agreed(db, cast)
    with pytest.raises(NotAllowed):
        pause_goal(db, getattr(cast, name), goal_id=goal.id, reason="x")
    with pytest.raises(NotAllowed):
        finish_goal(db, getattr(cast, name), goal_id=goal.id, achievement="achieved")
