"""A page hears what came of what was sent from it, and nobody else does."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotAllowed
from herning_pwa.goals.models import Goal
from herning_pwa.offline.commands import hear_answer
from tests.cast import Cast
from tests.offline.sending import said, send


def test_it_hears_what_was_made_and_what_the_form_was_about(
    db: Session, cast: Cast, goal: Goal
) -> None:
    fields = said(goal)
    answer = send(db, cast.mette, fields)
    heard = hear_answer(db, cast.mette, key=str(answer.key))
    assert heard
    assert (heard.value_id, heard.error) == (str(answer.value_id), None)
    assert heard.fields == {name: fields[name] for name in ("goal_id", "client_key")}


def test_it_hears_why_not_and_the_words_are_the_form_s_again(
    db: Session, cast: Cast, goal: Goal
) -> None:
    fields = said(goal) | {"rating": "99"}
    answer = send(db, cast.mette, fields)
    assert answer.is_kept
    heard = hear_answer(db, cast.mette, key=answer.key)
    assert heard
    assert isinstance(heard.error, Invalid)
    assert heard.error.fields == {"rating": "Vælg et tal fra 0 til 10."}
    assert heard.fields == fields
    assert not answer.is_kept
    assert "Han gik selv." not in str(answer.fields)
    again = hear_answer(db, cast.mette, key=answer.key)
    assert again
    assert str(again.error) == str(heard.error)


def test_a_conflict_and_a_no_are_heard_as_such(db: Session, cast: Cast, goal: Goal) -> None:
    fields = said(goal)
    send(db, cast.mette, fields)
    conflict = send(db, cast.mette, fields | {"note": "Andet"})
    heard = hear_answer(db, cast.mette, key=conflict.key)
    assert heard
    assert isinstance(heard.error, Conflict)
    refused = send(db, cast.frede, fields)
    heard = hear_answer(db, cast.frede, key=refused.key)
    assert heard
    assert isinstance(heard.error, NotAllowed)


def test_nobody_hears_of_somebody_elses(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal))
    for key in (answer.key, uuid4(), "junk", None, ["x"]):
        assert hear_answer(db, cast.anders, key=key) is None
