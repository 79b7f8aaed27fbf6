"""From a draft to a proposal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    add_step,
    discard_draft,
    propose_goal,
    save_aim,
    save_plan,
    save_reasons,
    start_from_idea,
)
from herning_pwa.goals.models import Audience, Goal, Lifecycle, ViewKind
from herning_pwa.goals.queries import find_goal
from herning_pwa.goals.queries.find import find_draft
from herning_pwa.i18n import today
from tests.cast import Cast
from tests.goals.making import asked, draft, proposed, soon


@pytest.mark.parametrize("name", ["mette", "freja", "inger", "sanne", "peter"])
def test_those_who_take_part_may_propose(db: Session, cast: Cast, name: str) -> None:
    goal = proposed(db, cast, getattr(cast, name))
    assert goal.lifecycle is Lifecycle.PROPOSED


@pytest.mark.parametrize("name", ["karl", "birgit", "otto", "frede"])
def test_the_others_may_not(db: Session, cast: Cast, name: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        save_aim(
            db,
            getattr(cast, name),
            circle_id=cast.circle.id,
            title="Et mål",
            whose="family",
            area="home",
        )


def test_sending_is_standing_behind_it(db: Session, cast: Cast) -> None:
    assert asked(proposed(db, cast, cast.mette)) == {"Anders", "Sanne"}
    assert asked(proposed(db, cast, cast.inger)) == {"Mette", "Anders", "Sanne"}


def test_freja_who_proposes_agrees_with_her_own_words(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.freja)
    view = goal.latest_wording.view_of(cast.freja_child.id)
    assert view is not None
    assert view.kind is ViewKind.AGREES


def test_the_answer_is_promised_within_a_week(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    assert goal.latest_wording.answer_due_on == today() + timedelta(days=7)


def test_two_taps_make_one_proposal(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    taps = [propose_goal(db, cast.mette, goal_id=goal.id, audience="circle") for _tap in range(2)]
    assert taps == [goal.id, goal.id]
    sent = select(func.count()).where(Activity.action == "goal.proposed")
    assert db.scalar(sent) == 1


def test_a_person_has_one_draft_in_a_circle(db: Session, cast: Cast) -> None:
    first = draft(db, cast, cast.mette, title="Først")
    second = draft(db, cast, cast.mette, title="Siden")
    assert first is second
    assert draft(db, cast, cast.anders) is not first


def test_nobody_else_sees_a_draft(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    assert find_goal(db, cast.mette, goal.id) is goal
    for name in ("anders", "sanne", "freja", "inger"):
        with pytest.raises(NotFound):
            find_goal(db, getattr(cast, name), goal.id)


def test_an_unfinished_draft_is_not_sent(db: Session, cast: Cast) -> None:
    save_aim(db, cast.mette, circle_id=cast.circle.id, title="Ro", whose="family", area="home")
    goal = find_draft(db, cast.mette, cast.circle.id)
    assert goal is not None
    with pytest.raises(Invalid) as refusal:
        propose_goal(db, cast.mette, goal_id=goal.id, audience="circle")
    assert list(refusal.value.fields) == ["why"]


def test_an_audience_must_be_chosen_and_be_ones_own_to_choose(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    for audience in ("", "child", "everybody", None, ["circle"]):
        with pytest.raises(Invalid):
            propose_goal(db, cast.mette, goal_id=goal.id, audience=audience)
    assert goal.is_draft


def test_a_step_on_a_goal_its_owner_would_not_see_is_stopped_before_sending(
    db: Session, cast: Cast
) -> None:
    goal = draft(db, cast, cast.mette)
    add_step(
        db, cast.mette, goal_id=goal.id, title="Følge", person_id=str(cast.inger.id), due_on=soon()
    )
    with pytest.raises(Invalid, match="Inger") as refusal, db.begin_nested():
        propose_goal(db, cast.mette, goal_id=goal.id, audience="core")
    assert "audience" in refusal.value.fields
    propose_goal(db, cast.mette, goal_id=goal.id, audience="core", named=[str(cast.inger.id)])
    assert goal.audience is Audience.CORE


def test_an_idea_fills_an_empty_draft_with_words_and_steps(db: Session, cast: Cast) -> None:
    start_from_idea(db, cast.mette, circle_id=cast.circle.id, key="soevn")
    goal = find_draft(db, cast.mette, cast.circle.id)
    assert goal is not None
    assert goal.latest_wording.title
    assert {step.person_id for step in goal.steps} == {cast.mette.id}


def test_an_idea_does_not_write_over_ones_own_words(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette, title="Mine ord")
    start_from_idea(db, cast.mette, circle_id=cast.circle.id, key="soevn")
    assert goal.latest_wording.title == "Mine ord"


def test_a_draft_can_be_thrown_away_by_its_author(db: Session, cast: Cast) -> None:
    mine, theirs = draft(db, cast, cast.mette), draft(db, cast, cast.anders)
    for _tap in range(2):
        discard_draft(db, cast.mette, circle_id=cast.circle.id)
    db.flush()
    assert db.get(Goal, mine.id) is None
    assert db.get(Goal, theirs.id) is theirs


def test_writing_on_after_sending_in_another_tab_tells_so(db: Session, cast: Cast) -> None:
    proposed(db, cast, cast.mette)
    with pytest.raises(Conflict):
        save_reasons(db, cast.mette, circle_id=cast.circle.id, why="x", signs="", everyday="")


def test_a_step_typed_on_the_third_screen_comes_along(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    save_plan(
        db,
        cast.mette,
        circle_id=cast.circle.id,
        starts_on="",
        target_on=soon(60),
        step_title="Ringe til skolen",
        step_person_id=str(cast.sanne.id),
        step_due_on=soon(),
    )
    assert [step.person_id for step in goal.steps] == [cast.sanne.id]


def test_a_parents_own_goal_is_named_by_that_parent_or_a_professional(
    db: Session, cast: Cast
) -> None:
    goal = draft(db, cast, cast.mette, whose=f"parent:{cast.mette.id}")
    assert goal.parent_id == cast.mette.id
    with pytest.raises(Invalid):
        draft(db, cast, cast.anders, whose=f"parent:{cast.mette.id}")
    with pytest.raises(Invalid):
        draft(db, cast, cast.anders, whose=f"child:{cast.alma.id}")
