"""The wellbeing ruler: who sets it, who sees it, and what the family says beside it."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.followup.commands import comment_on_ruler, correct_ruler
from herning_pwa.followup.models import RulerReading
from herning_pwa.notifications.models import Mail
from herning_pwa.privacy.queries import as_json
from tests.cast import Cast
from tests.counting import counted
from tests.followup.reading import WORDS, ruler, rulers, set_by
from tests.meeting_plans import meeting_called_by
from tests.siblings import emil_signs_in


@pytest.mark.parametrize("who", ["sanne", "peter"])
def test_a_professional_in_the_circle_sets_it(db: Session, cast: Cast, who: str) -> None:
    set_by(db, cast.people[who], cast.emil, "4")
    seen = ruler(db, cast.mette, cast, cast.emil)
    assert seen.latest.word == "4 – Har det svært"
    assert (seen.latest.concern, seen.latest.words) == ("tydelig bekymring", WORDS)


@pytest.mark.parametrize("who", ["mette", "anders"])
def test_a_parent_does_not_set_it(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        set_by(db, cast.people[who], cast.emil)


def test_freja_does_not_set_her_own(db: Session, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        set_by(db, cast.freja, cast.freja_child)


@pytest.mark.parametrize("who", ["karl", "inger", "jens", "fatima", "frede", "birgit", "otto"])
def test_the_others_cannot_even_find_the_child(db: Session, cast: Cast, who: str) -> None:
    with pytest.raises(NotFound):
        set_by(db, cast.people[who], cast.emil)
    set_by(db, cast.sanne, cast.emil)
    assert rulers(db, cast.people[who], cast).children == []


def test_a_young_person_sees_their_own_and_not_their_brothers(db: Session, cast: Cast) -> None:
    set_by(db, cast.sanne, cast.emil)
    set_by(db, cast.sanne, cast.freja_child)
    emil = emil_signs_in(db, cast)
    for reader, own in ((cast.freja, "Freja"), (emil, "Emil")):
        assert [child.name for child in rulers(db, reader, cast).children] == [own]


def test_the_family_sees_a_child_once_it_is_set(db: Session, cast: Cast) -> None:
    assert rulers(db, cast.mette, cast).children == []
    assert [child.name for child in rulers(db, cast.peter, cast).children] == ["Emil", "Freja"]


def test_it_is_also_for_a_child_not_born_yet(db: Session, cast: Cast) -> None:
    unborn = Child(circle=cast.circle, first_name="Den lille")
    db.add(unborn)
    db.flush()
    set_by(db, cast.sanne, unborn, "1")
    seen = ruler(db, cast.anders, cast, unborn)
    assert seen.latest.word.startswith("1 – ")
    assert seen.later  # reads it one day, and who writes beside it knows


@pytest.mark.parametrize("number", ["", "0", "6", "2,5", "-1", "³", True, None, 3.0, ["2"]])
def test_only_one_to_five(db: Session, cast: Cast, number: object) -> None:
    with pytest.raises(Invalid) as refused:
        set_by(db, cast.sanne, cast.emil, number)
    assert set(refused.value.fields) == {"number"}


def test_a_number_alone_says_too_little(db: Session, cast: Cast) -> None:
    for words in (" ", None, "x" * 1001):
        with pytest.raises(Invalid) as refused:
            set_by(db, cast.sanne, cast.emil, words=words)
        assert set(refused.value.fields) == {"words"}


@pytest.mark.parametrize("seen", ["nonsense", "1", 5, str(UUID(int=1))])
def test_what_cannot_have_been_seen_is_not_found(db: Session, cast: Cast, seen: object) -> None:
    with pytest.raises(NotFound):
        set_by(db, cast.sanne, cast.emil, seen=seen)


def test_peter_hears_that_sanne_was_first(db: Session, cast: Cast) -> None:
    set_by(db, cast.sanne, cast.emil, "2")
    first = "Sanne har sat linealen i mellemtiden: 2 – Trives for det meste"
    with pytest.raises(Conflict, match=first):
        set_by(db, cast.peter, cast.emil, "3")
    seen = ruler(db, cast.peter, cast, cast.emil).latest.reading_id
    set_by(db, cast.peter, cast.emil, "3", seen=seen)
    now = ruler(db, cast.mette, cast, cast.emil)
    assert (now.latest.number, [row.number for row in now.earlier]) == (3, [2])


def test_sent_twice_it_is_one(db: Session, cast: Cast) -> None:
    first, second = set_by(db, cast.sanne, cast.emil), set_by(db, cast.sanne, cast.emil)
    assert first is second
    assert db.scalar(select(func.count()).select_from(RulerReading)) == 1


def test_siblings_have_a_ruler_each(db: Session, cast: Cast) -> None:
    set_by(db, cast.sanne, cast.emil, "2")
    set_by(db, cast.peter, cast.freja_child, "3")
    numbers = [child.latest.number for child in rulers(db, cast.mette, cast).children]
    assert numbers == [2, 3]


def test_sanne_corrects_her_own_and_both_stay(db: Session, cast: Cast) -> None:
    wrong = set_by(db, cast.sanne, cast.emil, "5")
    for tap in range(2):
        correct_ruler(db, cast.sanne, reading_id=wrong.id, number="1", words=f"{WORDS}")
        seen = ruler(db, cast.mette, cast, cast.emil)
        assert (seen.latest.number, len(seen.earlier)) == (1, 1), tap
    assert seen.earlier[0].state == "Rettet"
    assert seen.latest.state == ""


def test_nobody_corrects_for_somebody_else_or_an_older_one(db: Session, cast: Cast) -> None:
    first = set_by(db, cast.sanne, cast.emil, "2")
    again = {"reading_id": first.id, "number": "1", "words": WORDS}
    for who in (cast.peter, cast.mette):
        with pytest.raises(NotAllowed):
            correct_ruler(db, who, **again)
    with pytest.raises(NotFound):
        correct_ruler(db, cast.inger, **again)
    set_by(db, cast.peter, cast.emil, "3", seen=str(first.id))
    with pytest.raises(Conflict):
        correct_ruler(db, cast.sanne, **again)


def test_a_parents_words_stand_beside_it(db: Session, cast: Cast) -> None:
    reading = set_by(db, cast.sanne, cast.emil)
    comment_on_ruler(db, cast.mette, reading_id=reading.id, words="Jeg ser det samme.")
    comment_on_ruler(db, cast.mette, reading_id=reading.id, words="Jeg ser det også hjemme.")
    db.expire_all()
    beside = ruler(db, cast.peter, cast, cast.emil).latest.beside
    assert [(one.name, one.words) for one in beside] == [("Mette", "Jeg ser det også hjemme.")]
    assert ruler(db, cast.mette, cast, cast.emil).own_words == "Jeg ser det også hjemme."
    assert ruler(db, cast.anders, cast, cast.emil).own_words == ""
    comment_on_ruler(db, cast.mette, reading_id=reading.id, words=" ")
    db.expire_all()
    assert ruler(db, cast.peter, cast, cast.emil).latest.beside == []


def test_the_child_speaks_beside_its_own(db: Session, cast: Cast) -> None:
    mine, brothers = set_by(db, cast.sanne, cast.freja_child), set_by(db, cast.sanne, cast.emil)
    comment_on_ruler(db, cast.freja, reading_id=mine.id, words="Det passer ikke helt.")
    for reading in (brothers.id, "nonsense"):
        with pytest.raises(NotFound):
            comment_on_ruler(db, cast.freja, reading_id=reading, words="Hej")
    with pytest.raises(NotAllowed):
        comment_on_ruler(db, cast.peter, reading_id=mine.id, words="Hej")
    with pytest.raises(Invalid):
        comment_on_ruler(db, cast.mette, reading_id=mine.id, words="")


def test_who_can_see_it_is_said_before(db: Session, cast: Cast) -> None:
    set_by(db, cast.sanne, cast.emil)
    for_emil = ruler(db, cast.peter, cast, cast.emil)
    assert for_emil.sight.line == "Kan ses af Mette, Anders og Sanne."
    assert "Emil" in for_emil.later
    for_freja = ruler(db, cast.peter, cast, cast.freja_child)
    assert "Freja" in for_freja.sight.line
    assert for_freja.later == ""


def test_a_meeting_it_was_set_at_is_one_the_writer_sees(db: Session, cast: Cast) -> None:
    ours = meeting_called_by(db, cast.sanne, cast.circle, cast.anders)
    theirs = meeting_called_by(db, cast.frede, cast.other_circle, cast.fatima)
    with pytest.raises(NotFound):
        set_by(db, cast.sanne, cast.emil, meeting_id=str(theirs.id))
    assert set_by(db, cast.sanne, cast.emil, meeting_id=str(ours.id)).meeting_id == ours.id


def test_only_parents_and_the_child_itself_are_told(db: Session, cast: Cast) -> None:
    set_by(db, cast.sanne, cast.emil)
    told = set(db.scalars(select(Mail.to_person_id)))
    assert told == {cast.mette.id, cast.anders.id}


def test_everybody_takes_their_own_words_along(db: Session, cast: Cast) -> None:
    reading = set_by(db, cast.sanne, cast.emil)
    comment_on_ruler(db, cast.mette, reading_id=reading.id, words="Mettes egne.")
    db.expire_all()
    assert WORDS in as_json(db, cast.sanne)
    assert "Mettes egne." not in as_json(db, cast.sanne)
    assert "Mettes egne." in as_json(db, cast.mette)
    assert WORDS not in as_json(db, cast.mette)


def test_as_many_statements_for_two_years_as_for_a_day(db: Session, cast: Cast) -> None:
    def statements() -> int:
        db.flush()
        db.expire_all()
        assert cast.sanne.memberships
        with counted(db) as made:
            rulers(db, cast.sanne, cast)
        return len(made)

    last = set_by(db, cast.sanne, cast.emil)
    comment_on_ruler(db, cast.mette, reading_id=last.id, words="Ja.")
    few = statements()
    for _again in range(15):
        last = set_by(db, cast.sanne, cast.emil, seen=str(last.id), words=f"Igen {last.id}")
        comment_on_ruler(db, cast.anders, reading_id=last.id, words="Ja.")
    assert statements() == few
