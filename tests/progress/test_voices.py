"""The voices: side by side, by name, never an average; and nothing anybody took back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.goals.models import Goal, GoalShare, Lifecycle
from herning_pwa.i18n import today
from herning_pwa.progress.commands import correct_progress, withdraw_progress
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.voices import Voices, voices_of
from tests.cast import Cast
from tests.counting import counted
from tests.progress.conftest import Say

CANARY = "kanariefugl"


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def test_nobody_has_said_anything_yet(db: Session, cast: Cast, goal: Goal) -> None:
    view = voices_of(db, cast.mette, goal)
    assert (view.voices, view.rows, view.mine, view.to_talk_about) == ([], [], [], "")
    assert view.form.can_record


def test_each_voice_stands_by_itself_the_reader_first(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.sanne, 3)
    say(cast.inger, 5)
    say(cast.freja, 2)
    say(cast.anders, 4)
    say(cast.mette, 6, "Han gik selv")
    view = voices_of(db, cast.mette, goal)
    assert [(v.name, v.rating, v.shape) for v in view.voices] == [
        ("Du", "6", "circle"),
        ("Freja", "2", "star"),
        ("Anders", "4", "circle"),
        ("Inger", "5", "square"),
        ("Sanne", "3", "diamond"),
    ]
    assert view.voices[3].relation == "mormor"
    assert view.voices[0].said == "Han gik selv"


def test_a_voice_says_its_latest_number_and_its_latest_words(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 8, "Skrevet sidst, men om en tidligere dag", happened_on=ago(9))
    say(cast.mette, 4, happened_on=ago(2))
    say(cast.mette, None, "Vi øver os", happened_on=ago(1))
    [mette] = voices_of(db, cast.mette, goal).voices
    assert (mette.rating, mette.said, mette.said_day) == ("4", "Vi øver os", "i går")


def test_zero_is_shown(db: Session, cast: Cast, goal: Goal, say: Say) -> None:
    say(cast.mette, 0)
    view = voices_of(db, cast.sanne, goal)
    assert view.voices[0].rating == "0"
    assert view.rows[0].rating == "0"
    assert view.description == "Mette: 0."


def test_three_apart_is_something_to_talk_about(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 6)
    say(cast.sanne, 3)
    said = voices_of(db, cast.inger, goal).to_talk_about
    assert "Mette siger 6, og Sanne siger 3" in said
    assert "næste møde" in said
    assert "Du siger 6, og Sanne siger 3" in voices_of(db, cast.mette, goal).to_talk_about
    assert "Du siger 3, og Mette siger 6" in voices_of(db, cast.sanne, goal).to_talk_about


def test_two_apart_is_not(db: Session, cast: Cast, goal: Goal, say: Say) -> None:
    say(cast.mette, 6)
    say(cast.sanne, 4)
    assert voices_of(db, cast.mette, goal).to_talk_about == ""


def test_only_the_latest_numbers_are_compared(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 1, happened_on=ago(30))
    say(cast.mette, 6)
    say(cast.sanne, 5)
    assert voices_of(db, cast.mette, goal).to_talk_about == ""


def test_somebody_who_has_left_is_heard_but_not_to_be_talked_with(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 8)
    say(cast.jens, 2)
    place = cast.jens.membership_in(cast.circle.id)
    assert place is not None
    place.ended_at = clock.now()
    db.flush()
    view = voices_of(db, cast.mette, goal)
    assert view.to_talk_about == ""
    assert view.voices[1].relation == "træner, ikke længere i kredsen"


def test_what_was_taken_back_is_told_without_its_content(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    entry = say(cast.mette, 9, CANARY)
    withdraw_progress(db, cast.mette, entry_id=entry.id)
    theirs = voices_of(db, cast.sanne, goal)
    assert CANARY not in repr(theirs)
    assert [(row.state, row.rating, row.note) for row in theirs.rows] == [
        ("Trukket tilbage", "", "")
    ]
    assert theirs.voices == []
    mine = voices_of(db, cast.mette, goal)
    assert [(row.state, row.rating, row.note) for row in mine.rows] == [
        ("Trukket tilbage", "9", CANARY)
    ]
    assert not mine.mine[0].can_withdraw


def test_words_corrected_and_then_taken_back_are_gone_for_others(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    old = say(cast.mette, 9, CANARY)
    new = correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)
    assert CANARY in repr(voices_of(db, cast.sanne, goal))
    withdraw_progress(db, cast.mette, entry_id=new.id)
    assert CANARY not in repr(voices_of(db, cast.sanne, goal))


def test_a_correction_keeps_both_in_the_history(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    old = say(cast.mette, 9)
    correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)
    view = voices_of(db, cast.sanne, goal)
    assert [(row.rating, row.state) for row in view.rows] == [("5", ""), ("9", "Rettet")]
    assert view.voices[0].rating == "5"
    assert view.description == "Mette: 5."


def test_only_ones_own_entries_can_be_changed(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 6)
    say(cast.sanne, 3)
    [mine] = voices_of(db, cast.mette, goal).mine
    assert (mine.rating, mine.can_correct, mine.can_withdraw) == ("6", True, True)
    goal.lifecycle = Lifecycle.COMPLETED
    db.flush()
    [mine] = voices_of(db, cast.mette, goal).mine
    assert (mine.can_correct, mine.can_withdraw) == (False, True)


def test_the_form_names_who_can_see_it(db: Session, cast: Cast, goal: Goal) -> None:
    sight = voices_of(db, cast.mette, goal).form.sight
    assert sight.line.startswith("Kan ses af Anders, Freja, Inger, Jens")
    assert "Karl, far" in sight.cannot
    assert "Mette" not in sight.line
    goal.shares.append(GoalShare(person_id=cast.karl.id, shared_by_id=cast.mette.id, reason="Far"))
    db.flush()
    assert "Karl, far" in voices_of(db, cast.mette, goal).form.sight.can


def test_karl_sees_what_is_shared_with_him_and_has_no_form(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    say(cast.mette, 6)
    goal.shares.append(GoalShare(person_id=cast.karl.id, shared_by_id=cast.mette.id, reason="Far"))
    db.flush()
    view = voices_of(db, cast.karl, goal)
    assert view.voices[0].rating == "6"
    assert not view.form.can_record


def test_the_key_stands_until_ones_own_entry_is_saved(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    def key() -> str:
        return voices_of(db, cast.mette, goal).form.key

    first = key()
    say(cast.sanne, 3)
    assert key() == first
    saved = say(cast.mette, 6, client_key=first)
    assert key() != first
    second = key()
    withdraw_progress(db, cast.mette, entry_id=saved.id)
    assert key() == second


def test_a_long_name_is_cut_in_the_drawing_only(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    cast.inger.first_name = "Anne-Sofie Margrethe"
    say(cast.inger, 5)
    view = voices_of(db, cast.mette, goal)
    assert view.voices[0].name == "Anne-Sofie Margrethe"
    assert view.drawing.series[0].label == "Anne-So…"


def many(db: Session, cast: Cast, goal: Goal, count: int) -> Voices:
    people = [cast.mette, cast.sanne, cast.inger]
    db.add_all(
        ProgressEntry(
            goal_id=goal.id,
            person_id=people[n % 3].id,
            happened_on=today() - timedelta(days=n),
            recorded_at=clock.now() - timedelta(days=n),
            rating=n % 11,
            client_key=uuid4(),
        )
        for n in range(count)
    )
    db.commit()
    return voices_of(db, cast.mette, goal)


def test_two_hundred_entries_are_shown_and_said_so(db: Session, cast: Cast, goal: Goal) -> None:
    view = many(db, cast, goal, 230)
    assert len(view.rows) == 200
    assert "200" in view.rows_note
    assert len(view.mine) == 10


@pytest.mark.parametrize("count", [1, 60])
def test_it_takes_the_same_few_statements_however_much_is_said(
    db: Session, cast: Cast, goal: Goal, count: int
) -> None:
    many(db, cast, goal, count)
    db.expire_all()
    db.refresh(goal)
    db.refresh(cast.mette, ["memberships"])
    with counted(db) as statements:
        voices_of(db, cast.mette, goal)
    assert len(statements) <= 6, "\n".join(statements)
