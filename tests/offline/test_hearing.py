"""A page hears what came of what was sent from it, and nobody else does."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.models import Goal
from herning_pwa.home.queries import today_page
from herning_pwa.offline.commands import hear_answer, let_go
from herning_pwa.offline.queries import unsent_page
from herning_pwa.people.models import Person
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


def test_jens_reads_what_was_sent_back_and_lets_it_go(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.jens, said(goal) | {"rating": "99"})
    [thing] = unsent_page(db, cast.jens).things
    assert (thing.about, thing.reason) == ("Emil møder til tiden", "Vælg et tal fra 0 til 10.")
    assert "Note\nHan gik selv." in thing.text
    assert unsent_page(db, cast.mette).things == []
    with pytest.raises(NotFound):
        let_go(db, cast.mette, key=answer.key)
    for _twice in range(2):
        let_go(db, cast.jens, key=str(answer.key))
    assert unsent_page(db, cast.jens).things == []
    assert "Han gik selv." not in str(answer.fields)


def test_today_says_that_something_came_back_also_to_whoever_is_in_no_circle(
    db: Session, cast: Cast, goal: Goal
) -> None:
    def line(who: Person, circle_id: UUID | None) -> str:
        return today_page(db, who, circle_id=circle_id).sent_back

    assert line(cast.jens, cast.circle.id) == ""
    answer = send(db, cast.jens, said(goal) | {"rating": "99"})
    for circle_id in (cast.circle.id, None):
        assert line(cast.jens, circle_id) == "1 ting, du skrev, kunne ikke sendes. Læs hvorfor."
    assert line(cast.mette, cast.circle.id) == ""
    let_go(db, cast.jens, key=answer.key)
    assert line(cast.jens, None) == ""


def test_who_has_left_reads_their_own_words_and_not_what_they_were_about(
    db: Session, cast: Cast, goal: Goal
) -> None:
    send(db, cast.frede, said(goal))
    [thing] = unsent_page(db, cast.frede).things
    assert thing.about == ""
    assert "Han gik selv." in thing.text


@pytest.mark.parametrize("days", [-3650, -401, 1, 3650])
def test_a_clock_that_is_wrong_dates_nothing(
    db: Session, cast: Cast, goal: Goal, days: int
) -> None:
    written = clock.now() + timedelta(days=days)
    answer = send(db, cast.jens, said(goal), written_at=written)
    assert answer.written_at == written
    assert answer.dated == answer.answered_at


def test_a_day_in_a_tunnel_is_the_day_it_was_written(db: Session, cast: Cast, goal: Goal) -> None:
    written = clock.now() - timedelta(days=1)
    assert send(db, cast.jens, said(goal), written_at=written).dated == written
