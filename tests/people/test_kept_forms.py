"""What is typed and not sent is kept for its author alone."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.people.commands import KEPT_FIELDS, KEPT_TEXT_LIMIT, forget_form, keep_forms
from herning_pwa.people.queries.shell import kept_forms
from tests.cast import Cast


def entry(form: str, field: str, text: str) -> dict[str, str]:
    return {"form": form, "field": field, "text": text}


def test_mette_gets_her_words_back(db: Session, cast: Cast) -> None:
    keep_forms(db, cast.mette, entries=[entry("goal.new", "title", "Emil sover bedre")])
    assert kept_forms(db, cast.mette) == [entry("goal.new", "title", "Emil sover bedre")]


def test_nobody_else_gets_them(db: Session, cast: Cast) -> None:
    keep_forms(db, cast.mette, entries=[entry("goal.new", "title", "Emil sover bedre")])
    assert kept_forms(db, cast.anders) == kept_forms(db, cast.sanne) == []


def test_the_newest_words_replace_the_old_ones_of_the_same_form(db: Session, cast: Cast) -> None:
    keep_forms(db, cast.mette, entries=[entry("a", "title", "et"), entry("a", "why", "to")])
    keep_forms(db, cast.mette, entries=[entry("a", "title", "tre")])
    assert kept_forms(db, cast.mette) == [entry("a", "title", "tre")]


def test_a_sent_form_is_forgotten_and_others_are_not(db: Session, cast: Cast) -> None:
    keep_forms(db, cast.mette, entries=[entry("a", "x", "et"), entry("b", "x", "to")])
    forget_form(db, cast.mette, form="a")
    assert kept_forms(db, cast.mette) == [entry("b", "x", "to")]


def test_nonsense_is_left_out(db: Session, cast: Cast) -> None:
    nonsense: list[object] = ["x", None, {"form": 1}, {"form": "a", "field": "b", "text": []}]
    keep_forms(db, cast.mette, entries=nonsense)
    keep_forms(db, cast.mette, entries="not a list")
    assert kept_forms(db, cast.mette) == []


def test_there_is_an_end_to_how_much_is_kept(db: Session, cast: Cast) -> None:
    many = [entry("a", f"f{n}", "x" * 9000) for n in range(200)]
    keep_forms(db, cast.mette, entries=many)
    kept = kept_forms(db, cast.mette)
    assert len(kept) == KEPT_FIELDS
    assert {len(row["text"]) for row in kept} == {KEPT_TEXT_LIMIT}


def test_new_names_for_forms_do_not_pile_up(db: Session, cast: Cast) -> None:
    for n in range(5):
        keep_forms(db, cast.mette, entries=[entry(f"form{n}", f"f{i}", "x") for i in range(25)])
    kept = kept_forms(db, cast.mette)
    assert len(kept) == KEPT_FIELDS
    assert kept[-1]["form"] == "form4", "the newest are the ones that stay"
