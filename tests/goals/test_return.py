"""Suggesting other words: an offer both sides then decide about."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotAllowed
from herning_pwa.goals.commands import agree_to_goal, return_goal
from herning_pwa.goals.models import AnswerKind, Lifecycle, WordingState
from herning_pwa.goals.policy import may_answer, may_return
from tests.cast import Cast
from tests.goals.making import agreed, asked, in_force, other_words, proposed, waiting


def test_mette_proposes_sanne_returns_and_both_agree_to_the_new_words(
    db: Session, cast: Cast
) -> None:
    goal = proposed(db, cast, cast.mette)
    first = waiting(goal)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=first, fields=other_words())
    second = waiting(goal)
    assert second != first
    assert goal.lifecycle is Lifecycle.PROPOSED
    assert asked(goal) == {"Mette", "Anders"}
    agree_to_goal(db, cast.mette, goal_id=goal.id, wording_id=second)
    assert goal.lifecycle is Lifecycle.PROPOSED
    assert "Sanne" in asked(goal)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=second)
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert in_force(goal) == second


def test_the_first_words_stay_as_they_were(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    title = goal.latest_wording.title
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())
    assert goal.wordings[0].title == title
    assert goal.wordings[0].state is WordingState.REPLACED
    assert goal.wordings[0].who_said(AnswerKind.RETURN) == {cast.sanne.id}


def test_sanne_does_not_answer_her_own_words_before_a_parent_has(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())
    assert not may_answer(cast.sanne, goal)
    agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=waiting(goal))
    assert may_answer(cast.sanne, goal)


def test_mette_returns_sannes_words_and_waits_for_sanne(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.sanne)
    return_goal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())
    agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=waiting(goal))
    assert not may_answer(cast.mette, goal)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert asked(goal) == {"Mette"}


def test_peter_may_answer_but_not_put_other_words_in_place(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    assert may_answer(cast.peter, goal)
    assert not may_return(cast.peter, goal)
    with pytest.raises(NotAllowed):
        return_goal(db, cast.peter, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())


def test_the_same_words_are_not_other_words(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    same = {
        "title": goal.latest_wording.title,
        "why": goal.latest_wording.why,
        "signs": "Han smiler.",
    }
    with pytest.raises(Invalid):
        return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=same)


def test_returning_twice_is_as_returning_once(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    for _tap in range(2):
        return_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown, fields=other_words())
    assert len(goal.wordings) == 2


def test_two_return_at_once_and_the_second_sees_why(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.peter)
    shown = waiting(goal)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown, fields=other_words())
    with pytest.raises(Conflict, match="Sanne"):
        return_goal(
            db, cast.mette, goal_id=goal.id, wording_id=shown, fields=other_words(title="Andet")
        )


def test_anders_comes_late_and_suggests_a_change_instead(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    before = in_force(goal)
    return_goal(
        db,
        cast.anders,
        goal_id=goal.id,
        wording_id=before,
        fields=other_words(),
        seen_agreed=True,
    )
    assert in_force(goal) == before
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert asked(goal) == {"Mette", "Sanne"}
