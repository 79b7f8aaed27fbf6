"""Two homes: one parent never learns from the app whether the other parent comes."""

from dataclasses import asdict

import pytest

from herning_pwa.meetings.commands import answer_meeting
from herning_pwa.meetings.queries import meeting_list, meeting_page, meetings_ahead
from tests.meetings.acts import answers_seen_by, end_membership, ids

WORDS = "Jeg kommer fra arbejde i Ikast"
HIDDEN = ("Svaret vises ikke", "")


@pytest.fixture
def parents_and_others(db, cast, plan):
    """A meeting where Anders and Karl have answered with words."""
    everybody = (cast.mette, cast.anders, cast.karl, cast.freja, cast.inger, cast.peter)
    meeting = plan(people=ids(*everybody))
    for father in (cast.anders, cast.karl):
        answer_meeting(
            db, father, meeting_id=meeting.id, sequence=0, answer="not_coming", words=WORDS
        )
    return meeting


def test_mette_sees_that_anders_and_karl_are_invited_but_not_what_they_answer(
    db, cast, parents_and_others
):
    seen = answers_seen_by(db, cast.mette, parents_and_others)
    assert seen["Anders"] == HIDDEN
    assert seen["Karl"] == HIDDEN


def test_karl_without_custody_sees_neither_of_the_others(db, cast, parents_and_others):
    seen = answers_seen_by(db, cast.karl, parents_and_others)
    assert seen["Anders"] == seen["Mette"] == HIDDEN


def test_a_parent_who_has_not_answered_looks_the_same_as_one_who_has(db, cast, parents_and_others):
    people = meeting_page(db, cast.anders, meeting_id=parents_and_others.id).people
    mette, karl = (next(p for p in people if p.name == name) for name in ("Mette", "Karl"))
    assert (mette.answer, mette.answer_line) == (karl.answer, karl.answer_line) == ("", HIDDEN[0])


def test_not_a_byte_of_it_is_in_anything_mette_is_sent(db, cast, parents_and_others):
    views = [
        meeting_page(db, cast.mette, meeting_id=parents_and_others.id),
        meeting_list(db, cast.mette, circle_id=cast.circle.id),
        *meetings_ahead(db, cast.mette),
    ]
    sent = " ".join(str(asdict(view)) for view in views)
    assert WORDS not in sent
    assert "not_coming" not in sent


def test_mette_as_organiser_does_not_see_it_either(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.anders, cast.inger))
    for person in (cast.anders, cast.inger):
        answer_meeting(db, person, meeting_id=meeting.id, sequence=0, answer="coming", words=WORDS)
    seen = answers_seen_by(db, cast.mette, meeting)
    assert seen["Anders"] == HIDDEN
    assert seen["Inger"] == ("Kommer", WORDS)


def test_a_parent_who_has_left_keeps_it_hidden(db, cast, parents_and_others):
    end_membership(db, cast.anders)
    assert answers_seen_by(db, cast.mette, parents_and_others)["Anders"] == HIDDEN


@pytest.mark.parametrize("name", ["inger", "freja"])
def test_others_invited_see_the_answer_but_not_the_words(db, cast, parents_and_others, name):
    seen = answers_seen_by(db, getattr(cast, name), parents_and_others)
    assert seen["Anders"] == ("Kommer ikke", "")


@pytest.mark.parametrize("name", ["sanne", "peter"])
def test_professionals_see_answer_and_words(db, cast, parents_and_others, name):
    seen = answers_seen_by(db, getattr(cast, name), parents_and_others)
    assert seen["Anders"] == ("Kommer ikke", WORDS)


def test_everybody_sees_their_own(db, cast, parents_and_others):
    assert answers_seen_by(db, cast.anders, parents_and_others)["Anders"] == (
        "Du kommer ikke.",
        WORDS,
    )


def test_anders_is_told_who_reads_his_words(db, cast, parents_and_others):
    view = meeting_page(db, cast.anders, meeting_id=parents_and_others.id)
    assert view.sight.words.line == "Kun Sanne og Peter ser dine ord."
    assert "Mette, mor" in view.sight.words.cannot


def test_karl_is_told_by_name_of_those_he_meets(db, cast, parents_and_others):
    end_membership(db, cast.sanne)
    view = meeting_page(db, cast.karl, meeting_id=parents_and_others.id)
    assert view.sight.answer.line == "Freja, Inger og Peter kan se dit svar."


def test_in_a_meeting_mette_calls_anders_words_go_to_sanne_alone(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.anders, cast.inger))
    view = meeting_page(db, cast.anders, meeting_id=meeting.id)
    assert view.sight.words.line == "Kun Sanne ser dine ord."
