"""Anything may be typed, and anything may be sent: a clear sentence, nothing half done."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import DomainError, Invalid
from herning_pwa.goals.commands import (
    add_step,
    agree_to_goal,
    change_audience,
    decline_goal,
    finish_goal,
    propose_goal,
    record_child_view,
    return_goal,
    save_aim,
    save_plan,
    save_reasons,
    share_goal,
    share_with_parent,
    withdraw_proposal,
)
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from tests.cast import Cast
from tests.goals.making import agreed, draft, other_words, proposed, soon, waiting

KEPT = {
    "emoji": "Vi griner mere 😀👨‍👩‍👧",
    "right to left": "نريد أمسيات هادئة",
    "markup": "<script>alert(1)</script>",
    "half a sign": "Ro\ud800 om morgenen",
    "control signs": "Ro\x00\x07 om morgenen",
}


@pytest.mark.parametrize("typed", KEPT.values(), ids=KEPT.keys())
def test_odd_but_honest_words_are_kept_and_shown_as_words(
    db: Session, cast: Cast, typed: str
) -> None:
    goal = proposed(db, cast, cast.mette, title=typed)
    shown = goal_page(db, cast.sanne, goal_id=goal.id).title
    assert shown == typed.replace("\ud800", "").replace("\x00", "").replace("\x07", "")
    shown.encode()


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x00", None, 7, ["x"], {"a": 1}])
def test_a_goal_has_a_title(db: Session, cast: Cast, typed: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        save_aim(db, cast.mette, circle_id=cast.circle.id, title=typed, whose="family", area="home")
    assert refusal.value.fields["title"] == "Skriv, hvad målet er."


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_form(
    db: Session, cast: Cast
) -> None:
    with pytest.raises(Invalid) as refusal:
        save_aim(
            db, cast.mette, circle_id=cast.circle.id, title="x" * 121, whose="us", area="space"
        )
    assert list(refusal.value.fields) == ["title", "whose", "area"]
    assert "1 tegn" in refusal.value.fields["title"]


def test_overlong_words_are_refused_and_not_cut(db: Session, cast: Cast) -> None:
    draft(db, cast, cast.mette)
    with pytest.raises(Invalid) as refusal:
        save_reasons(
            db, cast.mette, circle_id=cast.circle.id, why="x", signs="y" * 2001, everyday=""
        )
    assert list(refusal.value.fields) == ["signs"]
    assert draft_page(db, cast.mette, circle_id=cast.circle.id).words.signs == "Han smiler."


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01", "i morgen", "32-13-2026", 5, None])
def test_a_step_has_a_date_that_can_be_kept(db: Session, cast: Cast, day: Any) -> None:
    goal = agreed(db, cast)
    with pytest.raises(Invalid) as refusal:
        add_step(db, cast.mette, goal_id=goal.id, title="Ringe", person_id="", due_on=day)
    assert list(refusal.value.fields) == ["step_due_on"]
    assert goal.steps == []


@pytest.mark.parametrize(
    ("starts_on", "target_on", "wrong"),
    [
        ("2020-01-01", "", "starts_on"),
        ("", "2099-01-01", "target_on"),
        (soon(20), soon(10), "target_on"),
    ],
)
def test_dates_go_forward(
    db: Session, cast: Cast, starts_on: str, target_on: str, wrong: str
) -> None:
    draft(db, cast, cast.mette)
    with pytest.raises(Invalid) as refusal:
        save_plan(
            db,
            cast.mette,
            circle_id=cast.circle.id,
            starts_on=starts_on,
            target_on=target_on,
            step_title="",
            step_person_id="",
            step_due_on="",
        )
    assert list(refusal.value.fields) == [wrong]


NONSENSE = [None, 7, [], {"a": 1}, "x" * 5000, "\ud800", True]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=repr)
def test_nonsense_from_a_socket_is_a_domain_error_and_nothing_else(
    db: Session, cast: Cast, nonsense: Any
) -> None:
    goal = proposed(db, cast, cast.mette)
    wording = waiting(goal)
    attempts = [
        lambda: agree_to_goal(db, cast.sanne, goal_id=nonsense, wording_id=nonsense),
        lambda: agree_to_goal(db, cast.sanne, goal_id=goal.id, wording_id=nonsense),
        lambda: decline_goal(db, cast.sanne, goal_id=goal.id, wording_id=nonsense, reason=nonsense),
        lambda: return_goal(db, cast.sanne, goal_id=goal.id, wording_id=nonsense, fields={}),
        lambda: return_goal(
            db,
            cast.sanne,
            goal_id=goal.id,
            wording_id=wording,
            fields=dict.fromkeys(other_words(), nonsense),
        ),
        lambda: withdraw_proposal(db, cast.mette, goal_id=goal.id, wording_id=nonsense),
        lambda: record_child_view(
            db,
            cast.freja,
            goal_id=goal.id,
            wording_id=wording,
            child_id=str(cast.freja_child.id),
            kind=nonsense,
        ),
        lambda: change_audience(db, cast.mette, goal_id=goal.id, audience=nonsense),
        lambda: share_goal(db, cast.sanne, goal_id=goal.id, person_id=nonsense),
        lambda: share_with_parent(
            db, cast.sanne, goal_id=goal.id, person_id=nonsense, reason=nonsense
        ),
        lambda: finish_goal(db, cast.sanne, goal_id=goal.id, achievement=nonsense),
        lambda: propose_goal(db, cast.mette, goal_id=nonsense, audience=nonsense, named=nonsense),
        lambda: goal_page(db, cast.mette, goal_id=nonsense),
        lambda: draft_page(db, cast.mette, circle_id=nonsense),
    ]
    for attempt in attempts:
        with pytest.raises(DomainError) as refusal, db.begin_nested():
            attempt()
        assert "Error" not in str(refusal.value)
