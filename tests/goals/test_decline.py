"""Not now: with a reason, and never by one parent alone over the other."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import agree_to_goal, decline_goal, propose_change
from herning_pwa.goals.models import Lifecycle, WordingState
from tests.cast import Cast
from tests.goals.making import agreed, asked, in_force, other_words, proposed, waiting

REASON = "Det er for stort et skridt lige nu."


def test_sanne_may_say_not_now(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    decline_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
    assert goal.lifecycle is Lifecycle.REJECTED
    assert goal.latest_wording.answer_of(cast.sanne.id).words == REASON


def test_a_reason_is_needed(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(Invalid) as refusal:
        decline_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), reason="  ")
    assert "reason" in refusal.value.fields


def test_one_parents_no_leaves_the_other_to_answer(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.sanne)
    decline_goal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
    assert goal.lifecycle is Lifecycle.PROPOSED
    assert asked(goal) == {"Anders"}
    agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=waiting(goal))
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_both_parents_no_ends_the_proposal(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.sanne)
    for parent in (cast.mette, cast.anders):
        decline_goal(db, parent, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
    assert goal.lifecycle is Lifecycle.REJECTED


def test_peters_no_is_heard_but_does_not_decide(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    decline_goal(db, cast.peter, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
    assert goal.lifecycle is Lifecycle.PROPOSED


def test_declining_a_change_leaves_the_old_words_in_force(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    before = in_force(goal)
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=before, fields=other_words())
    decline_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
    assert goal.lifecycle is Lifecycle.ACTIVE
    assert in_force(goal) == before
    assert goal.wordings[-1].state is WordingState.DECLINED


@pytest.mark.parametrize("name", ["freja", "inger", "jens"])
def test_those_who_do_not_decide_may_not_decline(db: Session, cast: Cast, name: str) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(NotAllowed):
        decline_goal(
            db, getattr(cast, name), goal_id=goal.id, wording_id=waiting(goal), reason=REASON
        )


def test_frede_cannot_even_find_it(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(NotFound):
        decline_goal(db, cast.frede, goal_id=goal.id, wording_id=waiting(goal), reason=REASON)
