"""Steps: one named person and a date each."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    add_step,
    mark_step_done,
    mark_step_undone,
    take_step,
    withdraw_step,
)
from herning_pwa.goals.commands.steps import STEPS_AT_MOST
from herning_pwa.goals.models import Audience, Goal, Step
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.goals.making import agreed, first_page, soon


def step_for(db: Session, goal: Goal, by: Person, owner: Person) -> Step:
    step_id = add_step(
        db,
        by,
        goal_id=goal.id,
        title="Ringe til skolen",
        person_id=str(owner.id),
        due_on=soon(),
    )
    step = db.get(Step, step_id)
    assert step is not None
    return step


def test_mette_gives_inger_a_step(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    assert step.person_id == cast.inger.id
    assert [mine.title for mine in first_page(db, cast.inger).steps] == ["Ringe til skolen"]


def test_inger_promises_for_herself_alone(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.inger, cast.jens)
    assert step.person_id == cast.inger.id


def test_a_step_goes_to_somebody_who_sees_the_goal(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS)
    for stranger in (cast.inger, cast.freja, cast.karl, cast.frede):
        with pytest.raises(Invalid) as refusal:
            step_for(db, goal, cast.mette, stranger)
        assert "step_person_id" in refusal.value.fields


def test_who_has_it_ticks_it_and_so_may_those_who_decide(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    mark_step_done(db, cast.inger, step_id=step.id)
    assert step.done_by_id == cast.inger.id
    mark_step_undone(db, cast.sanne, step_id=step.id)
    assert not step.is_done


def test_jens_may_not_tick_ingers_step(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    with pytest.raises(NotAllowed):
        mark_step_done(db, cast.jens, step_id=step.id)


def test_frede_cannot_find_it(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    for act in (mark_step_done, mark_step_undone, take_step, withdraw_step):
        with pytest.raises(NotFound):
            act(db, cast.frede, step_id=step.id)


def test_jens_takes_ingers_step_over(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    take_step(db, cast.jens, step_id=step.id)
    assert step.person_id == cast.jens.id


def test_a_step_taken_away_stays_in_the_story(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    withdraw_step(db, cast.inger, step_id=step.id)
    assert step.is_withdrawn
    assert first_page(db, cast.inger).steps == []
    assert step.goal.turns[-1].step is step


def test_jens_may_not_take_ingers_step_away(db: Session, cast: Cast) -> None:
    step = step_for(db, agreed(db, cast), cast.mette, cast.inger)
    with pytest.raises(NotAllowed):
        withdraw_step(db, cast.jens, step_id=step.id)


def test_there_is_an_end_to_steps(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    for _n in range(STEPS_AT_MOST):
        step_for(db, goal, cast.mette, cast.mette)
    with pytest.raises(Invalid):
        step_for(db, goal, cast.mette, cast.mette)


def test_no_promise_by_karl(db: Session, cast: Cast) -> None:
    with pytest.raises(NotFound):
        step_for(db, agreed(db, cast), cast.karl, cast.karl)
