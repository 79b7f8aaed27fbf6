"""Recording progress: who may, what can be said, and that two taps are one."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.models import Audience, Goal, GoalShare, Lifecycle
from herning_pwa.i18n import today
from herning_pwa.progress.commands import earliest_day, record_progress
from herning_pwa.progress.models import NOTE_LIMIT, ProgressEntry
from tests.agreed import agreed_goal
from tests.cast import Cast
from tests.progress.conftest import Say

LONE_SURROGATE = "\ud83d"


def entries(db: Session) -> int:
    return db.scalar(select(func.count()).select_from(ProgressEntry)) or 0


def actions(db: Session) -> list[str]:
    return list(db.scalars(select(Activity.action).order_by(Activity.id)))


@pytest.mark.parametrize("name", ["mette", "anders", "freja", "inger", "jens", "sanne", "peter"])
def test_those_who_see_the_goal_may_record(cast: Cast, say: Say, name: str) -> None:
    entry = say(cast.people[name], 6)
    assert (entry.rating, entry.person_id) == (6, cast.people[name].id)


def test_karl_may_not_record_even_on_a_goal_shared_with_him(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    goal.shares.append(GoalShare(person_id=cast.karl.id, shared_by_id=cast.mette.id, reason="Far"))
    db.flush()
    with pytest.raises(NotAllowed):
        say(cast.karl, 6)


@pytest.mark.parametrize("name", ["karl", "fatima", "frede", "birgit", "otto"])
def test_strangers_cannot_even_find_it(db: Session, cast: Cast, say: Say, name: str) -> None:
    with pytest.raises(NotFound):
        say(cast.people[name], 6)
    assert entries(db) == 0


def test_inger_cannot_find_a_goal_the_parents_keep_to_themselves(db: Session, cast: Cast) -> None:
    private = agreed_goal(
        db, cast.circle, cast.mette, lifecycle=Lifecycle.ACTIVE, audience=Audience.PARENTS
    )
    with pytest.raises(NotFound):
        record_progress(db, cast.inger, goal_id=private.id, client_key=uuid4(), rating=5)


@pytest.mark.parametrize("lifecycle", [Lifecycle.ACCEPTED, Lifecycle.ACTIVE, Lifecycle.ON_HOLD])
def test_agreed_goals_take_progress(db: Session, cast: Cast, lifecycle: Lifecycle) -> None:
    agreed = agreed_goal(db, cast.circle, cast.mette, lifecycle=lifecycle)
    assert record_progress(db, cast.mette, goal_id=agreed.id, client_key=uuid4(), rating=4)


@pytest.mark.parametrize(
    "lifecycle",
    [Lifecycle.PROPOSED, Lifecycle.COMPLETED, Lifecycle.CANCELLED, Lifecycle.REJECTED],
)
def test_other_goals_take_none(db: Session, cast: Cast, lifecycle: Lifecycle) -> None:
    other = agreed_goal(db, cast.circle, cast.mette, lifecycle=lifecycle)
    with pytest.raises(NotAllowed):
        record_progress(db, cast.mette, goal_id=other.id, client_key=uuid4(), rating=4)


def test_the_first_progress_begins_an_agreed_goal(db: Session, cast: Cast) -> None:
    agreed = agreed_goal(db, cast.circle, cast.mette, lifecycle=Lifecycle.ACCEPTED)
    record_progress(db, cast.inger, goal_id=agreed.id, client_key=uuid4(), rating=4)
    assert agreed.lifecycle is Lifecycle.ACTIVE
    assert actions(db) == ["goal.begun", "progress.recorded"]


def test_zero_is_a_real_value(cast: Cast, say: Say) -> None:
    assert say(cast.mette, "0").rating == 0
    assert say(cast.mette, 0).rating == 0


def test_words_alone_are_enough(cast: Cast, say: Say) -> None:
    entry = say(cast.mette, None, " Han gik selv i skole 🎒 ")
    assert (entry.rating, entry.note) == (None, "Han gik selv i skole 🎒")


def test_the_day_is_today_unless_told(cast: Cast, say: Say) -> None:
    yesterday = today() - timedelta(days=1)
    assert say(cast.mette, 6).happened_on == today()
    assert say(cast.mette, 6, happened_on=yesterday.isoformat()).happened_on == yesterday
    assert say(cast.mette, 6, happened_on=earliest_day().isoformat()).happened_on == earliest_day()


@pytest.mark.parametrize("rating", [11, "11", -1, "-1", "ti", 6.0, True, [6], {"a": 1}, "٣", "1e1"])
def test_a_number_outside_the_scale_is_refused(
    db: Session, cast: Cast, say: Say, rating: object
) -> None:
    with pytest.raises(Invalid) as refused:
        say(cast.mette, rating, "Han gik selv")
    assert list(refused.value.fields) == ["rating"]
    assert entries(db) == 0


@pytest.mark.parametrize("note", ["", "   \n", None, LONE_SURROGATE, ["Han gik selv"], 7, True])
def test_saying_nothing_is_refused(db: Session, cast: Cast, say: Say, note: object) -> None:
    with pytest.raises(Invalid) as refused:
        say(cast.mette, "", note)
    assert list(refused.value.fields) == ["rating"]


def test_a_lone_surrogate_is_left_out_and_the_rest_kept(cast: Cast, say: Say) -> None:
    assert say(cast.mette, 6, f"Han{LONE_SURROGATE} gik").note == "Han gik"


def test_markup_and_right_to_left_text_are_kept_as_words(cast: Cast, say: Say) -> None:
    words = "<script>alert(1)</script> ذهب بنفسه"
    assert say(cast.mette, 6, words).note == words


def test_a_note_has_room_for_a_thousand_characters(cast: Cast, say: Say) -> None:
    assert say(cast.mette, 6, "å" * NOTE_LIMIT).note == "å" * NOTE_LIMIT
    with pytest.raises(Invalid) as refused:
        say(cast.mette, 6, "å" * (NOTE_LIMIT + 1))
    assert list(refused.value.fields) == ["note"]


@pytest.mark.parametrize(
    "day",
    [
        today() + timedelta(days=1),
        earliest_day() - timedelta(days=1),
        date(2099, 1, 1),
        "i går",
        "2026-13-45",
    ],
)
def test_a_day_to_come_or_long_gone_is_refused(cast: Cast, say: Say, day: object) -> None:
    with pytest.raises(Invalid) as refused:
        say(cast.mette, 6, happened_on=str(day))
    assert list(refused.value.fields) == ["happened_on"]


def test_a_goal_must_be_chosen(db: Session, cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        record_progress(db, cast.mette, goal_id="", client_key=uuid4(), rating=6)
    assert list(refused.value.fields) == ["goal_id"]


@pytest.mark.parametrize("key", ["", None, "nøgle", 7, ["a"]])
def test_a_form_without_its_key_is_not_found(cast: Cast, say: Say, key: object) -> None:
    with pytest.raises(NotFound):
        say(cast.mette, 6, client_key=key)


def test_two_taps_are_one_entry(db: Session, cast: Cast, say: Say) -> None:
    key = uuid4()
    first = say(cast.mette, 6, "Han gik selv", client_key=key)
    second = say(cast.mette, "6", "Han gik selv ", client_key=str(key))
    assert second.id == first.id
    assert entries(db) == 1
    assert actions(db) == ["progress.recorded"]


def test_the_same_key_cannot_say_something_else(db: Session, cast: Cast, say: Say) -> None:
    key = uuid4()
    say(cast.mette, 6, client_key=key)
    with pytest.raises(Conflict):
        say(cast.mette, 7, client_key=key)
    assert entries(db) == 1


def test_a_key_belongs_to_one_person(db: Session, cast: Cast, say: Say) -> None:
    key = uuid4()
    say(cast.mette, 6, client_key=key)
    say(cast.sanne, 3, client_key=key)
    assert entries(db) == 2
