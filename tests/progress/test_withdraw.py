"""Taking progress back: it stays visible that something was there."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.progress.commands import correct_progress, withdraw_progress
from tests.cast import Cast
from tests.progress.conftest import Say
from tests.progress.test_record import actions


def test_mette_may_take_back_what_she_wrote(db: Session, cast: Cast, say: Say) -> None:
    entry = say(cast.mette, 6, "Han gik selv")
    withdraw_progress(db, cast.mette, entry_id=entry.id)
    assert entry.is_withdrawn
    assert entry.note == "Han gik selv"
    assert actions(db) == ["progress.recorded", "progress.withdrawn"]


def test_sanne_may_not_take_back_mettes_words(db: Session, cast: Cast, say: Say) -> None:
    entry = say(cast.mette, 6)
    with pytest.raises(NotAllowed):
        withdraw_progress(db, cast.sanne, entry_id=entry.id)
    assert not entry.is_withdrawn


def test_frede_cannot_even_find_it(db: Session, cast: Cast, say: Say) -> None:
    entry = say(cast.mette, 6)
    with pytest.raises(NotFound):
        withdraw_progress(db, cast.frede, entry_id=entry.id)


def test_twice_is_once(db: Session, cast: Cast, say: Say) -> None:
    entry = say(cast.mette, 6)
    withdraw_progress(db, cast.mette, entry_id=entry.id)
    moment = entry.withdrawn_at
    withdraw_progress(db, cast.mette, entry_id=entry.id)
    assert entry.withdrawn_at == moment
    assert actions(db) == ["progress.recorded", "progress.withdrawn"]


def test_the_earlier_words_go_with_the_correction(db: Session, cast: Cast, say: Say) -> None:
    old = say(cast.mette, 6, "For meget sagt")
    new = correct_progress(db, cast.mette, entry_id=old.id, client_key=uuid4(), rating=5)
    with pytest.raises(NotAllowed):
        withdraw_progress(db, cast.mette, entry_id=old.id)
    withdraw_progress(db, cast.mette, entry_id=new.id)
    assert new.is_withdrawn
    assert old.is_withdrawn


def test_own_words_can_be_taken_back_after_the_goal_has_ended(
    db: Session, cast: Cast, goal: Goal, say: Say
) -> None:
    entry = say(cast.mette, 6)
    goal.lifecycle = Lifecycle.COMPLETED
    db.flush()
    withdraw_progress(db, cast.mette, entry_id=entry.id)
    assert entry.is_withdrawn


def test_inger_who_has_left_cannot_find_it(db: Session, cast: Cast, say: Say) -> None:
    entry = say(cast.inger, 6)
    place = cast.inger.membership_in(cast.circle.id)
    assert place is not None
    place.ended_at = clock.now()
    db.flush()
    with pytest.raises(NotFound):
        withdraw_progress(db, cast.inger, entry_id=entry.id)
