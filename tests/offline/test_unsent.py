"""What could not be sent is shown to its writer alone, and forgotten when they let go."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.errors import NotFound
from herning_pwa.goals.models import Goal
from herning_pwa.offline.commands import answering, let_go
from herning_pwa.offline.commands.answering import NoRoom
from herning_pwa.offline.queries import unsent_page
from tests.cast import Cast
from tests.offline.sending import said, send


def test_mette_reads_what_could_not_be_sent_and_why(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal) | {"rating": "99"})
    send(db, cast.mette, said(goal))
    [unsent] = unsent_page(db, cast.mette).things
    assert unsent.key == str(answer.key)
    assert (unsent.label, unsent.about) == ("Fremskridt", goal.shown_wording.title)
    assert unsent.reason == "Vælg et tal fra 0 til 10."
    assert "Han gik selv." in [words.text for words in unsent.words]
    assert "Han gik selv." in unsent.text


def test_what_it_was_about_is_named_only_to_those_who_may_know(
    db: Session, cast: Cast, goal: Goal
) -> None:
    send(db, cast.frede, said(goal))
    [unsent] = unsent_page(db, cast.frede).things
    assert unsent.about == ""
    assert goal.shown_wording.title not in unsent.reason


def test_nobody_else_reads_it_or_lets_it_go(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal) | {"rating": "99"})
    assert unsent_page(db, cast.anders).things == []
    for key in (answer.key, uuid4(), "junk", None):
        with pytest.raises(NotFound):
            let_go(db, cast.anders, key=key)
    assert answer.is_kept


def test_mette_lets_go_of_it(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal) | {"rating": "99"})
    for _again in range(2):
        let_go(db, cast.mette, key=str(answer.key))
    assert unsent_page(db, cast.mette).known == []
    assert "Han gik selv." not in str(answer.fields)


def test_more_than_a_phone_can_show_is_known_and_comes_when_the_rest_is_let_go(
    db: Session, cast: Cast, goal: Goal
) -> None:
    long = said(goal, "x" * 20_000) | {"happened_on": "y" * 20_000, "rating": "z" * 20_000}
    keys = [str(send(db, cast.mette, long).key) for _n in range(10)]
    view = unsent_page(db, cast.mette)
    assert [thing.key for thing in view.things] == keys[:1:-1]
    assert set(view.known) == set(keys)
    for key in keys[2:]:
        let_go(db, cast.mette, key=key)
    assert [thing.key for thing in unsent_page(db, cast.mette).things] == keys[1::-1]


@pytest.mark.parametrize("limit", ["KEPT_AT_MOST", "CHARACTERS_KEPT_AT_MOST"])
def test_what_there_is_no_room_for_stays_on_the_phone_until_something_is_let_go(
    db: Session, cast: Cast, goal: Goal, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, limit, 2 if limit == "KEPT_AT_MOST" else 200)
    refused = said(goal) | {"rating": "99"}
    kept = [send(db, cast.mette, refused) for _n in range(2)]
    with pytest.raises(NoRoom):
        send(db, cast.mette, refused)
    send(db, cast.mette, said(goal))
    send(db, cast.inger, refused)
    let_go(db, cast.mette, key=kept[0].key)
    send(db, cast.mette, refused)


def test_of_what_was_let_go_nothing_long_is_left(db: Session, cast: Cast, goal: Goal) -> None:
    answer = send(db, cast.mette, said(goal) | {"goal_id": "x" * 20_000})
    let_go(db, cast.mette, key=answer.key)
    assert set(answer.fields) == {"client_key"}
