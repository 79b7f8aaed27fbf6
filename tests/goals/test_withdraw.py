"""Taking a proposal back. Nothing is deleted; the story says so."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, NotAllowed
from herning_pwa.goals.commands import (
    agree_to_goal,
    propose_change,
    return_goal,
    withdraw_proposal,
)
from herning_pwa.goals.models import Lifecycle, WordingState
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.story import story
from tests.cast import Cast
from tests.goals.making import agreed, in_force, other_words, proposed, waiting


def test_mette_takes_her_proposal_back(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    withdraw_proposal(
        db, cast.mette, goal_id=goal.id, wording_id=waiting(goal), reason="Vi venter lidt."
    )
    assert goal.lifecycle is Lifecycle.CANCELLED
    assert goal.latest_wording.state is WordingState.WITHDRAWN
    told = story(goal, Company(goal.circle))[0]
    assert "Mette" in told.sentence
    assert told.words == "Vi venter lidt."


def test_anders_may_not_take_mettes_proposal_back(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(NotAllowed):
        withdraw_proposal(db, cast.anders, goal_id=goal.id, wording_id=waiting(goal))


def test_sanne_who_returned_it_cannot_take_mettes_goal_away(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())
    with pytest.raises(NotAllowed):
        withdraw_proposal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal))


def test_taking_a_change_back_leaves_the_goal_as_it_was(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    before = in_force(goal)
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=before, fields=other_words())
    withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert in_force(goal) == before


def test_taking_back_what_was_just_agreed_tells_so(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=shown)
    with pytest.raises(Conflict, match="Sanne"):
        withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=shown)


def test_twice_is_as_once(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    shown = waiting(goal)
    for _tap in range(2):
        withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=shown)
    assert goal.lifecycle is Lifecycle.CANCELLED
