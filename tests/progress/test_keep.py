"""What Freja writes to Sanne alone is for the two of them, and leaves no trace for anybody else."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import changed_circles
from herning_pwa.activity.models import Activity
from herning_pwa.circles.models import Membership
from herning_pwa.desk.queries import desk_page
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import change_audience
from herning_pwa.goals.models import Audience, Goal, Lifecycle
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import (
    correct_progress,
    find_entry,
    record_progress,
    withdraw_progress,
)
from herning_pwa.progress.models import KeptFor, ProgressEntry
from herning_pwa.progress.queries.voices import voices_of
from herning_pwa.progress.queries.write import TO_ADVISER, write_page
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.progress.conftest import Say

CANARY = "kanariefugl"
OTHERS = ["mette", "anders", "karl", "inger", "jens", "peter", "fatima", "frede", "birgit", "otto"]
ALONE = {"kept_for": "responsible"}


@pytest.fixture
def kept(say: Say, cast: Cast) -> ProgressEntry:
    return say(cast.freja, 1, CANARY, **ALONE)


def everything(db: Session, person: Person, cast: Cast, goal: Goal) -> str:
    """All that the pages with progress on them give this person, as one text."""
    asked = [
        lambda: goal_page(db, person, goal_id=goal.id),
        lambda: goal_list(db, person, circle_id=cast.circle.id),
        lambda: today_page(db, person, circle_id=cast.circle.id),
        lambda: write_page(db, person, circle_id=cast.circle.id),
        lambda: desk_page(db, person),
    ]
    answers = []
    for ask in asked:
        try:
            answers.append(repr(ask()))
        except NotFound as nothing:
            answers.append(str(nothing))
    return "\n".join(answers)


def make_responsible(db: Session, cast: Cast, name: str) -> None:
    for place in cast.circle.memberships:
        place.is_responsible = False
    db.flush()
    place = cast.people[name].membership_in(cast.circle.id)
    assert place is not None
    place.is_responsible = True
    db.flush()


def test_freja_and_sanne_see_it(db: Session, cast: Cast, goal: Goal, kept: ProgressEntry) -> None:
    [mine] = voices_of(db, cast.freja, goal).mine
    assert (mine.note, mine.kept) == (CANARY, "Kun Sanne")
    to_sanne = voices_of(db, cast.sanne, goal).kept
    assert to_sanne.heading == "Kun til dig"
    assert [(row.name, row.note) for row in to_sanne.rows] == [("Freja", CANARY)]
    assert [line.what for line in desk_page(db, cast.sanne).fresh] == ["Freja skrev kun til dig"]


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_is_given_a_word_of_it(
    db: Session, cast: Cast, goal: Goal, kept: ProgressEntry, name: str
) -> None:
    assert CANARY not in everything(db, cast.people[name], cast, goal)
    with pytest.raises(NotFound):
        find_entry(db, cast.people[name], kept.id)


@pytest.mark.parametrize("name", ["mette", "anders", "inger", "jens", "peter"])
def test_their_pages_are_the_same_as_if_it_had_never_been_written(
    db: Session, cast: Cast, goal: Goal, say: Say, name: str
) -> None:
    say(cast.mette, 6, "Tre gode dage")
    before = everything(db, cast.people[name], cast, goal)
    saved = say(cast.freja, 1, CANARY, **ALONE)
    withdraw_progress(db, cast.freja, entry_id=saved.id)
    say(cast.freja, 9, CANARY, **ALONE)
    assert everything(db, cast.people[name], cast, goal) == before


@pytest.mark.parametrize("name", ["freja", "sanne"])
def test_it_is_no_voice_not_even_to_those_it_is_for(
    db: Session, cast: Cast, goal: Goal, say: Say, name: str
) -> None:
    say(cast.mette, 8)
    say(cast.freja, 1, CANARY, **ALONE)
    view = voices_of(db, cast.people[name], goal)
    assert len(view.voices) == 1
    assert len(view.drawing.series) == 1
    assert view.to_talk_about == ""
    assert len(view.rows) == 1


def test_it_leaves_no_row_in_the_circles_log_and_wakes_only_the_two(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    changed_circles(db).clear()
    entry = say(cast.freja, 1, CANARY, **ALONE)
    assert changed_circles(db) == {cast.freja.id, cast.sanne.id}
    [row] = db.scalars(select(Activity).where(Activity.object_id == entry.id))
    assert row.circle_id is None


def test_it_does_not_begin_a_goal(db: Session, cast: Cast, goal: Goal, say: Say) -> None:
    goal.lifecycle = Lifecycle.ACCEPTED
    db.flush()
    say(cast.freja, 1, CANARY, **ALONE)
    assert goal.lifecycle is Lifecycle.ACCEPTED
    say(cast.freja, 1, kept_for="all")
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_it_does_not_move_a_still_goal_on_peters_desk(db: Session, cast: Cast) -> None:
    cast.circle.created_at = clock.now() - timedelta(weeks=20)
    long_ago = clock.now() - timedelta(weeks=9)
    goal = agreed_goal(db, cast.circle, cast.mette, agreed_at=long_ago)
    record_progress(
        db, cast.freja, goal_id=goal.id, client_key=uuid4(), note=CANARY, kept_for="responsible"
    )
    assert [line.target for line in desk_page(db, cast.peter).still] == [str(goal.id)]
    assert [line.target for line in desk_page(db, cast.peter).silent] == [str(cast.circle.id)]
    assert desk_page(db, cast.sanne).still == []
    assert desk_page(db, cast.sanne).silent == []


def test_it_does_not_stop_mette_from_opening_the_goal(db: Session, cast: Cast, say: Say) -> None:
    """Saying that Freja has written here would already say too much."""
    goal = agreed_goal(db, cast.circle, cast.mette, "Et andet mål", audience=Audience.CORE)
    say(cast.freja, note=CANARY, goal_id=goal.id, **ALONE)
    change_audience(db, cast.mette, goal_id=goal.id, audience="circle")
    assert goal.audience is Audience.CIRCLE
    assert CANARY not in everything(db, cast.inger, cast, goal)


@pytest.mark.parametrize("name", ["mette", "inger", "peter", "sanne"])
def test_only_a_young_person_may_keep_something(
    db: Session, cast: Cast, say: Say, name: str
) -> None:
    with pytest.raises(Invalid):
        say(cast.people[name], 3, "Hemmeligt", **ALONE)


@pytest.mark.parametrize("odd", [None, "", [], {}, 0, False, "ALL", "alle", ["responsible"], "x"])
def test_a_form_that_lost_the_answer_shows_nobody_anything(
    db: Session, cast: Cast, say: Say, odd: object
) -> None:
    with pytest.raises(Invalid) as refusal:
        say(cast.freja, 1, CANARY, kept_for=odd)
    assert "kept_for" in refusal.value.fields
    assert db.scalars(select(ProgressEntry)).all() == []


def test_the_same_key_for_other_eyes_is_another_act(cast: Cast, say: Say) -> None:
    key = uuid4()
    say(cast.freja, 1, CANARY, client_key=key, **ALONE)
    say(cast.freja, 1, CANARY, client_key=key, **ALONE)
    with pytest.raises(Conflict):
        say(cast.freja, 1, CANARY, client_key=key, kept_for="all")


def test_correcting_and_taking_back_stay_between_the_two(
    db: Session, cast: Cast, goal: Goal, kept: ProgressEntry
) -> None:
    changed_circles(db).clear()
    corrected = correct_progress(
        db, cast.freja, entry_id=kept.id, client_key=uuid4(), rating=2, note=f"{CANARY} igen"
    )
    assert corrected.kept_for is KeptFor.RESPONSIBLE
    withdraw_progress(db, cast.freja, entry_id=corrected.id)
    assert changed_circles(db) == {cast.freja.id, cast.sanne.id}
    for name in OTHERS:
        assert CANARY not in everything(db, cast.people[name], cast, goal), name
    [latest, first] = voices_of(db, cast.sanne, goal).kept.rows
    assert CANARY not in repr((latest, first)), "what is taken back is told without its content"


def test_sanne_can_neither_correct_nor_take_it_back(
    db: Session, cast: Cast, kept: ProgressEntry
) -> None:
    with pytest.raises(NotAllowed):
        withdraw_progress(db, cast.sanne, entry_id=kept.id)
    with pytest.raises(NotAllowed):
        correct_progress(db, cast.sanne, entry_id=kept.id, client_key=uuid4(), rating=9)


def test_whoever_has_the_responsibility_now_sees_it_and_nobody_before(
    db: Session, cast: Cast, goal: Goal, kept: ProgressEntry
) -> None:
    make_responsible(db, cast, "peter")
    assert CANARY in everything(db, cast.peter, cast, goal)
    assert CANARY not in everything(db, cast.sanne, cast, goal)
    [_everybody, alone] = voices_of(db, cast.freja, goal).form.choices
    assert alone.label == "Kun Peter"


def test_the_form_says_by_name_who_sees_it(db: Session, cast: Cast, goal: Goal) -> None:
    everybody, alone = voices_of(db, cast.freja, goal).form.choices
    assert "Mette" in everybody.note
    assert alone.note.startswith("Kun Sanne kan se det.")
    assert not everybody.is_chosen
    assert not alone.is_chosen
    view = write_page(db, cast.freja, circle_id=cast.circle.id, to=TO_ADVISER)
    assert (view.adviser, view.heading) == ("Sanne", "Skriv til Sanne")
    assert view.promise.startswith("Kun Sanne kan se det.")


@pytest.mark.parametrize("name", ["mette", "inger", "sanne"])
def test_nobody_else_is_offered_it(db: Session, cast: Cast, goal: Goal, name: str) -> None:
    who = cast.people[name]
    assert voices_of(db, who, goal).form.choices == []
    assert write_page(db, who, circle_id=cast.circle.id, to=TO_ADVISER).adviser == ""
    assert today_page(db, who, circle_id=cast.circle.id).alone.href == ""


def test_a_circle_without_a_social_worker_promises_nothing(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    place: Membership | None = cast.circle.responsible
    assert place is not None
    place.ended_at = clock.now()
    db.flush()
    assert voices_of(db, cast.freja, goal).form.choices == []
    with pytest.raises(Invalid):
        say(cast.freja, 1, CANARY, **ALONE)


def test_a_place_that_has_run_out_sees_no_more(
    db: Session, cast: Cast, goal: Goal, kept: ProgressEntry
) -> None:
    place = cast.circle.responsible
    assert place is not None
    place.ends_at = clock.now() + timedelta(days=1)
    db.flush()
    with time_machine.travel(clock.now() + timedelta(days=2)), pytest.raises(NotFound):
        find_entry(db, cast.sanne, kept.id)
