"""Correcting progress: a new entry that points at the old; both stay."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.progress.commands import correct_progress, withdraw_progress
from tests.cast import Cast
from tests.progress.conftest import Say
from tests.progress.test_record import actions, entries


def test_mette_may_correct_what_she_wrote(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6, "Han gik selv")
    new = correct_progress(
        db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5, note="Næsten selv"
    )
    assert (new.corrects_id, new.rating, new.note) == (old.id, 5, "Næsten selv")
    assert (old.rating, old.note) == (6, "Han gik selv")
    assert new.stands
    assert not old.stands
    assert actions(db) == ["progress.recorded", "progress.corrected"]


def test_sanne_may_not_correct_mettes_words(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6)
    with pytest.raises(NotAllowed):
        correct_progress(db, cast.sanne, entry_id=old.id, client_key=uuid4(), rating=3)


def test_frede_cannot_even_find_it(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6)
    with pytest.raises(NotFound):
        correct_progress(db, cast.frede, entry_id=old.id, client_key=uuid4(), rating=3)


def test_something_corrected_is_not_corrected_again(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6)
    new = correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)
    with pytest.raises(NotAllowed):
        correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=4)
    assert correct_progress(db, cast.mette, entry_id=new.id, client_key=uuid4(), rating=4)


def test_two_taps_are_one_correction(db: Session, cast: Cast, say: Say) -> None:
    old, key = say(cast.mette, 6), uuid4()
    first = correct_progress(db, cast.mette, entry_id=old.id, client_key=key, rating=5)
    second = correct_progress(db, cast.mette, entry_id=old.id, client_key=key, rating="5")
    assert first.id == second.id
    assert entries(db) == 2


def test_something_taken_back_is_not_corrected(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6)
    withdraw_progress(db, cast.mette, entry_id=old.id)
    with pytest.raises(NotAllowed):
        correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)


def test_a_goal_that_has_ended_takes_no_corrections(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    old = say(cast.mette, 6)
    goal.lifecycle = Lifecycle.COMPLETED
    db.flush()
    with pytest.raises(NotAllowed):
        correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)


def test_a_correction_must_say_something(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6)
    with pytest.raises(Invalid):
        correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating="", note=" ")


@pytest.mark.parametrize("entry_id", ["", None, "x", 7, ["a"], uuid4()])
def test_what_does_not_exist_is_not_found(db: Session, cast: Cast, entry_id: object) -> None:
    with pytest.raises(NotFound):
        correct_progress(db, cast.mette, entry_id=entry_id, client_key=uuid4(), rating=5)
