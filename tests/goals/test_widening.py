"""Words written for few eyes stay with them."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Invalid
from herning_pwa.goals.commands import (
    change_audience,
    decline_goal,
    propose_goal,
    share_with_parent,
)
from herning_pwa.goals.models import Audience
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.progress.commands import record_progress
from tests.cast import Cast
from tests.goals.making import agreed, draft, in_force

SECRET = "Det vil jeg kun sige til jer"


def test_mette_opens_a_goal_nobody_else_has_written_to(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS)
    change_audience(db, cast.mette, goal_id=goal.id, audience=Audience.CIRCLE)
    assert goal_page(db, cast.jens, goal_id=goal.id)


def test_mette_may_not_publish_what_anders_wrote_to_the_parents(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS)
    decline_goal(
        db,
        cast.anders,
        goal_id=goal.id,
        wording_id=in_force(goal),
        reason=SECRET,
        seen_agreed=True,
    )
    with pytest.raises(Invalid, match="Anders"), db.begin_nested():
        change_audience(db, cast.mette, goal_id=goal.id, audience=Audience.CIRCLE)


def test_nor_what_he_noted_about_how_it_goes(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.CORE)
    key = "01a20099-928a-7445-9805-88206fe075da"
    record_progress(db, cast.anders, goal_id=goal.id, client_key=key, note=SECRET)
    with pytest.raises(Invalid, match="Anders"), db.begin_nested():
        change_audience(db, cast.mette, goal_id=goal.id, audience=Audience.CIRCLE)


def test_fewer_eyes_are_always_fine(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    key = "01a20099-928a-7445-9805-88206fe075da"
    record_progress(db, cast.inger, goal_id=goal.id, client_key=key, note="Han smilede.")
    change_audience(db, cast.mette, goal_id=goal.id, audience=Audience.PARENTS)
    assert goal.audience is Audience.PARENTS


def test_why_karl_was_let_in_is_not_told_in_the_story(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason=SECRET)
    db.flush()
    for reader in (cast.karl, cast.jens, cast.mette):
        assert SECRET not in repr(goal_page(db, reader, goal_id=goal.id).story)


def test_karl_is_not_told_who_else_is_in_the_circle(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Han spurgte")
    db.flush()
    told = goal_page(db, cast.karl, goal_id=goal.id).sight.line.can
    assert "Inger" not in repr(told)
    assert "Sanne" in repr(told)


def test_a_goal_about_freja_cannot_be_hidden_from_her(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette, whose=f"child:{cast.freja_child.id}")
    with pytest.raises(Invalid), db.begin_nested():
        propose_goal(db, cast.mette, goal_id=goal.id, audience=Audience.PARENTS)


def test_a_goal_about_emil_who_is_nine_can_be_for_the_grown_ups(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette, whose=f"child:{cast.emil.id}")
    propose_goal(db, cast.mette, goal_id=goal.id, audience=Audience.PARENTS)
    assert goal.audience is Audience.PARENTS
