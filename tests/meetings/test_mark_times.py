"""Which times suit whom: saying it, and who gets to know."""

from dataclasses import asdict

import pytest

from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.meetings.commands import (
    cancel_meeting,
    change_meeting,
    mark_times,
    withdraw_time,
)
from herning_pwa.meetings.models import MeetingClosed, TimeMark
from herning_pwa.meetings.queries import meeting_list, meeting_page, meetings_ahead
from tests.meetings.acts import MOVED, end_membership, ids, marks, offers


def times_of(db, person, meeting):
    return meeting_page(db, person, meeting_id=meeting.id).times


@pytest.fixture
def offered(db, cast, meeting):
    """Sanne's meeting with two other times offered."""
    offers(db, cast.sanne, meeting)
    return meeting


@pytest.fixture
def mettes(db, cast, plan):
    """A meeting Mette calls, with two other times: Anders, Karl, Inger and Sanne are asked."""
    people = ids(cast.anders, cast.karl, cast.inger, cast.sanne)
    meeting = plan(cast.mette, people=people)
    offers(db, cast.mette, meeting)
    return meeting


def test_inger_says_which_suit_and_is_asked_no_more(db, cast, offered):
    marks(db, cast.inger, offered, 1)
    view = times_of(db, cast.inger, offered)
    assert [choice.is_chosen for choice in view.choices] == [False, True]
    assert not view.awaits_marks
    assert view.marked_line == "Du har sagt, at 1 tid passer dig."


def test_that_none_suits_is_an_answer_too(db, cast, offered):
    marks(db, cast.inger, offered)
    view = times_of(db, cast.inger, offered)
    assert not view.awaits_marks
    assert view.marked_line == "Du har sagt, at ingen af de andre tider passer dig."


def test_the_last_answer_counts_and_the_first_is_kept(db, cast, offered):
    marks(db, cast.inger, offered, 0)
    marks(db, cast.inger, offered, 0, 1)
    marks(db, cast.inger, offered, 0, 1)
    assert [time.suits for time in times_of(db, cast.sanne, offered).offered] == [
        "Passer dig og Inger."
    ] * 2
    own = offered.attendance_of(cast.inger)
    assert db.query(TimeMark).filter_by(attendance_id=own.id).count() == 3


def test_a_time_offered_later_asks_again(db, cast, offered):
    marks(db, cast.inger, offered, 0)
    offers(db, cast.sanne, offered, ("2026-12-01", "10:00", "11:00"))
    assert times_of(db, cast.inger, offered).awaits_marks


def test_an_answer_to_times_that_are_other_now_is_told_kindly(db, cast, offered):
    shown = times_of(db, cast.inger, offered).shown
    withdraw_time(db, cast.sanne, offer_id=offered.open_offers[0].id)
    for seen in (shown, "", None, 7):
        with pytest.raises(Conflict, match="Tiderne er lige blevet ændret"):
            mark_times(db, cast.inger, meeting_id=offered.id, shown=seen, suits=shown.split())
    assert offered.open_offers[0].suits(offered.attendance_of(cast.inger)) is None


def test_an_answer_after_a_move_or_a_cancelling_is_told_kindly(db, cast, offered):
    shown = times_of(db, cast.inger, offered).shown
    change_meeting(db, cast.sanne, meeting_id=offered.id, sequence=0, **MOVED)
    with pytest.raises(Conflict):
        mark_times(db, cast.inger, meeting_id=offered.id, shown=shown, suits=[])
    cancel_meeting(db, cast.sanne, meeting_id=offered.id, sequence=1, reason="Sygdom")
    with pytest.raises(MeetingClosed):
        mark_times(db, cast.inger, meeting_id=offered.id, shown=shown, suits=[])


def test_what_is_no_id_suits_nobody(db, cast, offered):
    shown = times_of(db, cast.inger, offered).shown
    mark_times(db, cast.inger, meeting_id=offered.id, shown=shown, suits=["x", 7, None])
    mark_times(db, cast.inger, meeting_id=offered.id, shown=shown, suits="x")
    assert not any(choice.is_chosen for choice in times_of(db, cast.inger, offered).choices)


@pytest.mark.parametrize("name", ["jens", "peter", "karl", "frede", "birgit"])
def test_people_who_are_not_asked_cannot_find_it(db, cast, offered, name):
    with pytest.raises(NotFound):
        mark_times(db, getattr(cast, name), meeting_id=offered.id, shown="", suits=[])


def test_sanne_who_is_only_responsible_offers_and_is_not_asked_herself(db, cast, plan):
    meeting = plan(cast.peter, people=ids(cast.mette))
    offers(db, cast.sanne, meeting)
    view = times_of(db, cast.sanne, meeting)
    assert (view.choices, len(view.offered)) == ([], 2)
    with pytest.raises(NotAllowed):
        mark_times(db, cast.sanne, meeting_id=meeting.id, shown="", suits=[])


def test_nobody_but_who_chooses_sees_a_mark(db, cast, offered):
    before = {p: meeting_page(db, p, meeting_id=offered.id) for p in (cast.mette, cast.inger)}
    marks(db, cast.anders, offered, 0)
    for person, page in before.items():
        assert meeting_page(db, person, meeting_id=offered.id) == page


def test_sanne_sees_them_by_name(db, cast, offered):
    marks(db, cast.anders, offered, 0)
    marks(db, cast.mette, offered, 1)
    first = times_of(db, cast.sanne, offered).offered[0]
    assert (first.suits, first.does_not, first.missing) == (
        "Passer dig og Anders.",
        "Passer ikke Mette.",
        "Mangler svar fra Inger.",
    )


def test_each_is_told_who_reads_it(db, cast, offered, mettes):
    line = meeting_page(db, cast.anders, meeting_id=offered.id).sight.marks.line
    assert line == "Kun Sanne ser, hvilke tider der passer dig."
    sight = meeting_page(db, cast.anders, meeting_id=mettes.id).sight.marks
    assert sight.line == "Kun Sanne ser, hvilke tider der passer dig."
    assert "Mette, mor" in sight.cannot


@pytest.mark.parametrize("name", ["anders", "karl"])
@pytest.mark.parametrize("chosen", [(), (0,), (1,), (0, 1)])
def test_mette_as_organiser_gets_the_same_whatever_the_other_parent_says(
    db, cast, mettes, name, chosen
):
    """Not by name, not as a sum, not through what is suggested."""
    marks(db, cast.inger, mettes, 1)
    before = (
        meeting_page(db, cast.mette, meeting_id=mettes.id),
        meeting_list(db, cast.mette, circle_id=cast.circle.id),
        meetings_ahead(db, cast.mette),
    )
    marks(db, getattr(cast, name), mettes, *chosen)
    after = (
        meeting_page(db, cast.mette, meeting_id=mettes.id),
        meeting_list(db, cast.mette, circle_id=cast.circle.id),
        meetings_ahead(db, cast.mette),
    )
    assert after == before


def test_mette_sees_the_others_and_is_told_who_sees_the_rest(db, cast, mettes):
    marks(db, cast.inger, mettes, 1)
    view = times_of(db, cast.mette, mettes)
    assert view.offered[1].suits == "Passer dig og Inger."
    assert view.offered[1].missing == "Mangler svar fra Sanne."
    assert (
        view.hidden
        == "Du ser ikke den anden forælders svar. Det gør Sanne, som også kan vælge tid."
    )
    assert "Anders" not in str(asdict(view))
    assert times_of(db, cast.sanne, mettes).hidden == ""


def test_somebody_who_has_left_no_longer_counts(db, cast, offered):
    marks(db, cast.inger, offered, 0)
    end_membership(db, cast.inger)
    first = times_of(db, cast.sanne, offered).offered[0]
    assert (first.suits, first.missing) == ("Passer dig.", "Mangler svar fra Mette og Anders.")
    assert not first.is_best


def test_nothing_is_suggested_before_somebody_else_has_answered(db, cast, offered):
    assert not any(time.is_best for time in times_of(db, cast.sanne, offered).offered)
    marks(db, cast.inger, offered)
    assert not any(time.is_best for time in times_of(db, cast.sanne, offered).offered)


@pytest.mark.parametrize(
    ("said", "best"),
    [
        ({"inger": (1,)}, 1),
        ({"inger": (0, 1)}, 0),  # the earliest, when they stand alike
        ({"inger": (0,), "jens": (0,), "mette": (1,)}, 1),  # the parents count first
        ({"mette": (0,), "anders": (1,), "inger": (1,)}, 1),
    ],
)
def test_the_best_is_the_one_for_the_parents_and_then_for_most(db, cast, plan, said, best):
    meeting = plan(people=ids(cast.mette, cast.anders, cast.inger, cast.jens))
    offers(db, cast.sanne, meeting)
    for name, chosen in said.items():
        marks(db, getattr(cast, name), meeting, *chosen)
    view = times_of(db, cast.sanne, meeting)
    assert [n for n, time in enumerate(view.offered) if time.is_best] == [best]
    assert view.best_because == "Den passer flest. Forældre og rådgiver tæller først."


def test_it_waits_on_the_list_until_it_is_answered(db, cast, offered):
    def waits():
        return [card.awaits_marks for card in meetings_ahead(db, cast.inger)]

    assert waits() == [True]
    marks(db, cast.inger, offered, 0)
    assert waits() == [False]
    offers(db, cast.sanne, offered, ("2026-12-01", "10:00", "11:00"))
    assert waits() == [True]
    change_meeting(db, cast.sanne, meeting_id=offered.id, sequence=0, **MOVED)
    assert waits() == [False]
