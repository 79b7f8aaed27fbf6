"""Freja's own front page: few things, the question first, and a way to Sanne."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.goals.models import Goal, Whose
from herning_pwa.home.queries import TodayView, today_page
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from herning_pwa.progress.queries.voices import voices_of
from herning_pwa.progress.words import feelings
from tests.agreed import agreed_goal, proposed_goal
from tests.cast import Cast


def today_of(db: Session, cast: Cast, name: str = "freja") -> TodayView:
    return today_page(db, cast.people[name], circle_id=cast.circle.id)


def say(db: Session, who: Person, goal: Goal, rating: int | None, note: str = "") -> None:
    record_progress(db, who, goal_id=goal.id, client_key=uuid4(), rating=rating, note=note)


def test_it_asks_about_her_own_goals_and_the_familys(db: Session, cast: Cast) -> None:
    agreed_goal(db, cast.circle, cast.mette, "Familiens", in_focus=True)
    agreed_goal(
        db,
        cast.circle,
        cast.mette,
        "Frejas",
        in_focus=True,
        whose=Whose.CHILD,
        child_id=cast.freja_child.id,
    )
    agreed_goal(db, cast.circle, cast.mette, "Emils", whose=Whose.CHILD, child_id=cast.emil.id)
    agreed_goal(db, cast.circle, cast.mette, "Mettes", whose=Whose.PARENT, parent_id=cast.mette.id)
    view = today_of(db, cast)
    assert view.is_young
    assert {card.title for card in view.focus} == {"Familiens", "Frejas"}
    assert all(card.now.form.is_young for card in view.focus)


def test_nobody_else_gets_that_page(db: Session, cast: Cast) -> None:
    agreed_goal(db, cast.circle, cast.mette)
    for name in ("mette", "inger", "sanne"):
        view = today_of(db, cast, name)
        assert not view.is_young
        assert not view.focus[0].now.form.is_young


def test_what_waits_only_for_others_is_left_out(db: Session, cast: Cast) -> None:
    goal = proposed_goal(db, cast.circle, cast.freja)
    goal.wordings[0].child_views.clear()
    assert today_of(db, cast).under_way == []
    assert today_of(db, cast, "anders").waiting


def test_the_grown_ups_words_and_not_her_own(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    say(db, cast.freja, goal, 5, "Mine egne ord")
    say(db, cast.mette, goal, 6)
    say(db, cast.inger, goal, 6, "Flot klaret")
    assert [entry.note for entry in today_of(db, cast).written] == ["Flot klaret"]


def test_the_way_to_sanne_has_her_name(db: Session, cast: Cast) -> None:
    assert today_of(db, cast).alone.href == "", "words are about a goal, and there is none"
    agreed_goal(db, cast.circle, cast.mette)
    way = today_of(db, cast).alone
    assert (way.label, way.note) == ("Skriv til Sanne", "Kun Sanne kan se det.")
    place = cast.circle.responsible
    assert place is not None
    place.ended_at = clock.now()
    db.flush()
    assert today_of(db, cast).alone.href == ""


@pytest.mark.parametrize(
    ("rating", "word"),
    [
        (0, "Rigtig skidt"),
        (1, "Rigtig skidt"),
        (2, "Skidt"),
        (4, "Okay"),
        (8, "Godt"),
        (10, "Rigtig godt"),
    ],
)
def test_others_see_the_number_with_its_word(
    db: Session, cast: Cast, rating: int, word: str
) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    say(db, cast.freja, goal, rating)
    say(db, cast.sanne, goal, rating)
    view = voices_of(db, cast.mette, goal)
    assert [(voice.name, voice.rating, voice.word) for voice in view.voices] == [
        ("Freja", str(rating), word),
        ("Sanne", str(rating), ""),
    ]


def test_the_faces_are_two_numbers_apart_and_stand_for_themselves() -> None:
    numbers = [feeling.number for feeling in feelings()]
    assert numbers == [1, 3, 5, 7, 9]
    assert len({feeling.word for feeling in feelings()}) == len(numbers)
