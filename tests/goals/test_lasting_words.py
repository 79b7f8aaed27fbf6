"""What was proposed or answered is never rewritten, whatever code tries."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.goals.models import WordsNeverChange
from tests.cast import Cast
from tests.goals.making import agreed, draft, proposed


@pytest.mark.parametrize("field", ["title", "why", "signs", "everyday", "comment"])
def test_words_that_were_proposed_stay(db: Session, cast: Cast, field: str) -> None:
    goal = proposed(db, cast, cast.mette)
    setattr(goal.latest_wording, field, "noget helt andet")
    with pytest.raises(WordsNeverChange):
        db.flush()


def test_a_draft_can_be_reworded(db: Session, cast: Cast) -> None:
    goal = draft(db, cast, cast.mette)
    goal.latest_wording.title = "noget helt andet"
    db.flush()


def test_an_answer_stays(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    goal.latest_wording.answers[0].words = "noget andet"
    with pytest.raises(WordsNeverChange):
        db.flush()


def test_nothing_that_was_proposed_is_deleted(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.inger)
    db.delete(goal)
    with pytest.raises(WordsNeverChange):
        db.flush()
