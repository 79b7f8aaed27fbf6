"""Agreeing: both sides on the same words, and no other way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    agree_to_goal,
    decline_goal,
    return_goal,
    save_plan,
    withdraw_proposal,
)
from herning_pwa.goals.models import Lifecycle, WordingState
from herning_pwa.goals.policy import may_answer
from herning_pwa.i18n import today
from tests.cast import Cast
from tests.goals.making import asked, draft, in_force, other_words, proposed, waiting


def test_sanne_and_mette_agree_on_the_same_words(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert goal.agreed_at is not None
    assert goal.in_focus
    assert asked(goal) == {"Anders"}


def test_two_parents_alone_have_not_agreed_with_the_municipality(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.PROPOSED
    assert asked(goal) == {"Sanne"}


def test_two_professionals_alone_have_not_agreed_with_the_family(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.peter)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.PROPOSED
    assert asked(goal) == {"Mette", "Anders"}


def test_peter_may_answer_but_only_the_responsible_one_counts(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.peter, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.PROPOSED


def test_mette_may_not_agree_to_her_own_proposal(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    assert not may_answer(cast.mette, goal)
    assert may_answer(cast.sanne, goal)


def test_agreeing_twice_is_as_agreeing_once(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    words = waiting(goal)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=words)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=words)
    assert len(goal.shown_wording.answers) == 2


@pytest.mark.parametrize("name", ["freja", "inger", "karl"])
def test_nobody_else_in_the_circle_answers(db: Session, cast: Cast, name: str) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises((NotAllowed, NotFound)):
        agree_to_goal(db, getattr(cast, name), goal_id=goal.id, wording_id=waiting(goal))


@pytest.mark.parametrize("name", ["frede", "fatima", "birgit", "otto", "karl"])
def test_outsiders_cannot_even_find_it(db: Session, cast: Cast, name: str) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(NotFound):
        agree_to_goal(db, getattr(cast, name), goal_id=goal.id, wording_id=waiting(goal))


def test_anders_comes_late_and_agrees(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=in_force(goal))
    assert asked(goal) == set()


def test_anders_comes_late_and_sees_it_differently(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    decline_goal(
        db,
        cast.anders,
        goal_id=goal.id,
        wording_id=in_force(goal),
        reason="To dage er nok.",
        seen_agreed=True,
    )
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert goal.shown_wording.state is WordingState.AGREED


def test_a_goal_that_starts_later_is_agreed_but_not_begun(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    later = today() + timedelta(days=10)
    save_plan(
        db,
        cast.mette,
        circle_id=cast.circle.id,
        starts_on=later.isoformat(),
        target_on="",
        step_title="",
        step_person_id="",
        step_due_on="",
    )
    proposed(db, cast, cast.mette)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACCEPTED


def test_answering_words_that_were_replaced_tells_who_was_first(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown, fields=other_words())
    with pytest.raises(Conflict, match="Sanne"):
        agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=shown)


def test_answering_words_that_were_taken_back_tells_so(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=shown)
    with pytest.raises(Conflict, match="Mette"):
        agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown)


def test_declining_what_was_just_agreed_tells_so_first(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown)
    with pytest.raises(Conflict, match="Sanne"):
        decline_goal(db, cast.anders, goal_id=goal.id, wording_id=shown, reason="Nej tak")
