"""A child of ten or more is asked; the view is kept and shown (barnets lov § 5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import record_child_view
from herning_pwa.goals.models import Audience, Goal, ViewKind
from herning_pwa.goals.policy import asked_children
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.goals.making import agreed, in_force, proposed, waiting


def tell(db: Session, goal: Goal, by: Person, child: Child, *said: str) -> None:
    """``said`` is the kind of view and perhaps words."""
    wording = goal.open_wording or goal.current_wording
    assert wording is not None
    record_child_view(
        db,
        by,
        goal_id=goal.id,
        wording_id=wording.id,
        child_id=str(child.id),
        kind=said[0],
        words=said[1] if len(said) > 1 else "",
    )


def test_freja_says_what_she_thinks(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    tell(db, goal, cast.freja, cast.freja_child, "sees_it_differently", "Jeg vil hellere onsdag.")
    view = goal.latest_wording.view_of(cast.freja_child.id)
    assert view is not None
    assert (view.kind, view.words) == (ViewKind.SEES_IT_DIFFERENTLY, "Jeg vil hellere onsdag.")


def test_nobody_says_it_for_freja(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    for adult in (cast.mette, cast.sanne):
        with pytest.raises(NotAllowed):
            tell(db, goal, adult, cast.freja_child, "agrees")


def test_emil_who_is_nine_is_not_asked_yet(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette, whose=f"child:{cast.emil.id}")
    assert asked_children(goal) == []
    with pytest.raises(NotFound):
        tell(db, goal, cast.mette, cast.emil, "agrees")


def test_when_emil_is_ten_a_parent_writes_what_he_said(db: Session, cast: Cast) -> None:
    cast.emil.birth_date = today() - timedelta(days=366 * 10)
    goal = proposed(db, cast, cast.mette, whose=f"child:{cast.emil.id}")
    tell(db, goal, cast.mette, cast.emil, "agrees", "Fint")
    assert goal.latest_wording.view_of(cast.emil.id).recorded_by_id == cast.mette.id
    with pytest.raises(NotAllowed):
        tell(db, goal, cast.inger, cast.emil, "agrees")


def test_not_asked_needs_a_because(db: Session, cast: Cast) -> None:
    cast.emil.birth_date = today() - timedelta(days=366 * 10)
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(Invalid) as refusal:
        tell(db, goal, cast.sanne, cast.emil, "not_asked")
    assert "words" in refusal.value.fields
    tell(db, goal, cast.sanne, cast.emil, "not_asked", "Han er syg i denne uge.")


def test_freja_cannot_say_that_she_was_not_asked(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    with pytest.raises(Invalid):
        tell(db, goal, cast.freja, cast.freja_child, "not_asked", "Nej")


def test_the_view_does_not_block_but_is_shown_as_missing(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    assert goal.is_in_force
    [freja] = goal_page(db, cast.mette, goal_id=goal.id).children
    assert freja.is_missing


def test_a_disagreement_is_shown_and_not_hidden(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    tell(db, goal, cast.freja, cast.freja_child, "sees_it_differently", "Det er for tidligt.")
    [different] = goal_page(db, cast.inger, goal_id=goal.id).disagreements
    assert different.sentence == "Freja ser det anderledes"
    assert different.words == "Det er for tidligt."


def test_the_latest_view_counts_and_the_first_is_kept(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    tell(db, goal, cast.freja, cast.freja_child, "sees_it_differently")
    for _tap in range(2):
        tell(db, goal, cast.freja, cast.freja_child, "agrees")
    wording = goal.current_wording
    assert wording is not None
    assert len(wording.child_views) == 2
    assert wording.view_of(cast.freja_child.id).kind is ViewKind.AGREES


def test_freja_is_not_asked_about_what_parents_keep(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast, audience=Audience.PARENTS)
    assert asked_children(goal) == []
    with pytest.raises(NotFound):
        tell(db, goal, cast.freja, cast.freja_child, "agrees")


def test_a_parents_own_goal_asks_no_child(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette, whose=f"parent:{cast.mette.id}")
    assert asked_children(goal) == []
    assert waiting(goal)


def test_the_view_is_about_one_wording(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    tell(db, goal, cast.freja, cast.freja_child, "agrees")
    assert goal.current_wording is not None
    assert in_force(goal) == goal.current_wording.child_views[0].wording_id
