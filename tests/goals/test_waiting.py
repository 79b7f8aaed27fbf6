"""What waits for each person, and what the first pages show of goals."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.goals.commands import (
    add_step,
    agree_to_goal,
    record_child_view,
    return_goal,
    withdraw_proposal,
)
from herning_pwa.goals.models import Audience
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from tests.cast import Cast
from tests.goals.making import (
    agreed,
    draft,
    first_page,
    in_force,
    other_words,
    proposed,
    soon,
    waiting,
)


def waits_for(db: Session, cast: Cast) -> set[str]:
    names = ("mette", "anders", "freja", "inger", "sanne", "peter", "karl", "frede")
    return {name for name in names if first_page(db, getattr(cast, name)).waiting}


def test_a_proposal_waits_for_those_whose_answer_counts_and_the_child(
    db: Session, cast: Cast
) -> None:
    proposed(db, cast, cast.mette)
    assert waits_for(db, cast) == {"anders", "sanne", "freja"}


def test_it_waits_no_longer_when_it_is_answered(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    record_child_view(
        db,
        cast.freja,
        goal_id=goal.id,
        wording_id=waiting(goal),
        child_id=cast.freja_child.id,
        kind="agrees",
    )
    agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal))
    assert waits_for(db, cast) == {"anders"}


def test_other_words_wait_for_the_other_side_first(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    return_goal(db, cast.sanne, goal_id=goal.id, wording_id=waiting(goal), fields=other_words())
    assert waits_for(db, cast) == {"mette", "anders", "freja"}
    [thing] = first_page(db, cast.mette).waiting
    assert thing.ask == "Sanne foreslår andre ord til målet"
    agree_to_goal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal))
    [thing] = first_page(db, cast.sanne).waiting
    assert thing.ask == "De andre har svaret på dine ord. Er du også enig?"


def test_nothing_waits_when_it_is_taken_back(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=waiting(goal))
    assert waits_for(db, cast) == set()


def test_what_parents_keep_does_not_wait_for_freja(db: Session, cast: Cast) -> None:
    proposed(db, cast, cast.mette, audience=Audience.PARENTS)
    assert waits_for(db, cast) == {"anders", "sanne"}


def test_the_first_promised_is_first_and_overdue_is_said(db: Session, cast: Cast) -> None:
    with time_machine.travel(clock.now() - timedelta(days=10)):
        proposed(db, cast, cast.mette, title="Det gamle")
    proposed(db, cast, cast.anders, title="Det nye")
    things = first_page(db, cast.sanne).waiting
    assert [thing.words for thing in things] == ["Det gamle", "Det nye"]
    assert [thing.is_late for thing in things] == [True, False]


def test_my_steps_are_mine_and_nearest_first(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    for title, days in (("Siden", 20), ("Først", 5)):
        add_step(
            db,
            cast.mette,
            goal_id=goal.id,
            title=title,
            person_id=str(cast.inger.id),
            due_on=soon(days),
        )
    assert [step.title for step in first_page(db, cast.inger).steps] == ["Først", "Siden"]
    assert first_page(db, cast.jens).steps == []
    assert today_page(db, cast.inger, circle_id=cast.other_circle.id).steps == []


def test_goals_in_focus_are_those_one_sees(db: Session, cast: Cast) -> None:
    agreed(db, cast, title="For alle")
    agreed(db, cast, title="For forældre", audience=Audience.PARENTS)
    assert len(first_page(db, cast.mette).focus) == 2
    assert [card.title for card in first_page(db, cast.inger).focus] == ["For alle"]
    assert today_page(db, cast.frede, circle_id=cast.circle.id).focus == []


def test_the_list_has_each_goal_in_one_place(db: Session, cast: Cast) -> None:
    for n in range(4):
        goal = agreed(db, cast, title=f"Aftalt {n}")
        agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=in_force(goal))
    proposed(db, cast, cast.anders, title="Venter")
    draft(db, cast, cast.mette, title="Kladde")
    listed = goal_list(db, cast.mette, circle_id=cast.circle.id)
    assert [card.title for card in listed.asking_me] == ["Venter"]
    assert len(listed.in_focus) == 3
    assert len(listed.others) == 1
    assert (listed.waiting, listed.ended) == ([], [])
    assert listed.draft_title == "Kladde"
    theirs = goal_list(db, cast.anders, circle_id=cast.circle.id)
    assert [card.title for card in theirs.waiting] == ["Venter"]
    assert not theirs.has_draft


@pytest.mark.parametrize("name", ["karl", "inger"])
def test_who_may_propose_is_told(db: Session, cast: Cast, name: str) -> None:
    listed = goal_list(db, getattr(cast, name), circle_id=cast.circle.id)
    assert listed.is_empty
    assert listed.can_propose is (name == "inger")
