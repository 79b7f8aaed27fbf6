"""A change to an agreed goal is a new wording; the old one stays in force meanwhile."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotFound
from herning_pwa.goals.commands import agree_to_goal, end_goal, propose_change
from herning_pwa.goals.models import Lifecycle, WordingState
from herning_pwa.goals.policy import may_propose_change
from tests.cast import Cast
from tests.goals.making import agreed, asked, in_force, other_words, proposed, waiting


def test_the_old_words_hold_until_both_sides_agree_to_the_new(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    old = in_force(goal)
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=old, fields=other_words())
    new = waiting(goal)
    assert in_force(goal) == old
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=new)
    assert in_force(goal) == new
    assert goal.wordings[0].state is WordingState.REPLACED
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_inger_may_suggest_a_change_and_everybody_who_decides_is_asked(
    db: Session, cast: Cast
) -> None:
    goal = agreed(db, cast)
    propose_change(db, cast.inger, goal_id=goal.id, wording_id=in_force(goal), fields=other_words())
    assert asked(goal) == {"Mette", "Anders", "Sanne"}


def test_a_second_change_waits_for_the_first(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    old = in_force(goal)
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=old, fields=other_words())
    with pytest.raises(Conflict, match="Mette"):
        propose_change(
            db, cast.sanne, goal_id=goal.id, wording_id=old, fields=other_words(title="Andet")
        )


def test_dates_that_stood_there_before_may_stay(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    with pytest.raises(Invalid) as refusal:
        propose_change(
            db,
            cast.mette,
            goal_id=goal.id,
            wording_id=in_force(goal),
            fields=other_words(starts_on="2020-01-01"),
        )
    assert "starts_on" in refusal.value.fields


def test_no_change_to_a_goal_that_is_not_agreed_or_is_over(db: Session, cast: Cast) -> None:
    assert not may_propose_change(cast.mette, proposed(db, cast, cast.mette))
    goal = agreed(db, cast)
    assert may_propose_change(cast.mette, goal)
    end_goal(db, cast.mette, goal_id=goal.id, reason="Vi flytter.")
    assert not may_propose_change(cast.mette, goal)


def test_karl_and_frede_cannot_find_it(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    for person in (cast.karl, cast.frede):
        with pytest.raises(NotFound):
            propose_change(
                db, person, goal_id=goal.id, wording_id=in_force(goal), fields=other_words()
            )
