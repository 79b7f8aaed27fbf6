"""Offering other times for a meeting, and taking them back."""

import pytest

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import (
    answer_meeting,
    cancel_meeting,
    change_meeting,
    offer_times,
    withdraw_time,
)
from herning_pwa.meetings.models import MeetingClosed, TimeOffer
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import FREE, MOVED, ids, marks, offers


def times_of(db, person, meeting):
    return meeting_page(db, person, meeting_id=meeting.id).times


def test_sanne_may_offer_times_and_everybody_invited_is_asked(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    for person in (cast.mette, cast.anders, cast.inger):
        view = times_of(db, person, meeting)
        assert [choice.label for choice in view.choices] == [
            "torsdag den 26. november kl. 10.00–11.00",
            "fredag den 27. november kl. 13.00–14.00",
        ]
        assert view.awaits_marks
        assert (view.offered, view.can_offer) == ([], False)
    assert (
        db.query(Activity).filter_by(action="meeting.times_offered").one().object_id == meeting.id
    )


def test_what_sanne_offers_suits_herself(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    view = times_of(db, cast.sanne, meeting)
    assert not view.awaits_marks
    assert [time.suits for time in view.offered] == ["Passer dig."] * 2
    assert view.offered[0].missing == "Mangler svar fra Mette, Anders og Inger."


def test_mette_may_for_the_one_she_called_and_sanne_as_responsible(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    offers(db, cast.mette, meeting, FREE[0])
    offers(db, cast.sanne, meeting, FREE[1])
    assert len(times_of(db, cast.inger, meeting).choices) == 2


@pytest.mark.parametrize("name", ["mette", "anders", "inger"])
def test_the_invited_may_not(db, cast, meeting, name):
    with pytest.raises(NotAllowed):
        offers(db, getattr(cast, name), meeting)


@pytest.mark.parametrize("name", ["peter", "jens", "frede", "fatima", "birgit"])
def test_others_cannot_even_find_it(db, cast, meeting, name):
    offers(db, cast.sanne, meeting)
    with pytest.raises(NotFound):
        offers(db, getattr(cast, name), meeting)
    with pytest.raises(NotFound):
        withdraw_time(db, getattr(cast, name), offer_id=meeting.open_offers[0].id)


def test_two_taps_are_one_offer(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    offers(db, cast.sanne, meeting)
    assert db.query(TimeOffer).count() == 2


def test_rows_nobody_has_written_in_are_left_out(db, cast, meeting):
    untouched = ("", "14:05", "15:00")
    offers(db, cast.sanne, meeting, FREE[0], untouched, ("", "", ""), FREE[1])
    assert len(meeting.open_offers) == 2


@pytest.mark.parametrize(
    ("rows", "field", "says"),
    [
        ([], "day1", "Vælg en dag til mindst én tid."),
        ("torsdag", "day1", "Vælg en dag til mindst én tid."),
        ([("", "14:05", "15:00")], "day1", "Vælg en dag til mindst én tid."),
        ([["2026-11-26"]], "day1", "Vælg en dag til mindst én tid."),
        ([FREE[0], ("", "09:00", "15:00")], "day2", "Vælg, hvilken dag mødet er."),
        ([FREE[0], ("2026-11-19", "09:00", "10:00")], "day2", ""),
        ([FREE[0], ("2026-11-26", "11:00", "10:00")], "end2", "Mødet skal slutte, efter"),
        ([("2027-03-28", "02:30", "04:00")], "start1", "Den nat bliver uret stillet frem."),
        ([("2026-11-26", "06:00", "18:01")], "end1", "Et møde varer højst 12 timer."),
        ([("2026-11-26", None, {"x": 1})], "start1", "Vælg, hvornår mødet starter."),
        ([FREE[0], FREE[0]], "day2", "Den tid er der allerede."),
        ([("2026-11-24", "14.05", "15")], "day1", "Den tid er der allerede."),
        ([(f"2026-12-0{n}", "10:00", "11:00") for n in range(1, 7)], "day6", "Der kan højst stå 5"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(db, cast, meeting, rows, field, says):  # noqa: PLR0917
    with pytest.raises(Invalid) as refused:
        offer_times(db, cast.sanne, meeting_id=meeting.id, sequence=0, times=rows)
    assert refused.value.fields[field].startswith(says)
    assert meeting.open_offers == []


def test_a_time_that_stands_already_is_refused_beside_a_new_one(db, cast, meeting):
    offers(db, cast.sanne, meeting, FREE[0])
    with pytest.raises(Invalid) as refused:
        offers(db, cast.sanne, meeting, *FREE)
    assert list(refused.value.fields) == ["day1"]


def test_five_may_stand_at_one_time(db, cast, meeting):
    offers(db, cast.sanne, meeting, *((f"2026-12-0{n}", "10:00", "11:00") for n in range(1, 6)))
    assert times_of(db, cast.sanne, meeting).is_full
    with pytest.raises(Invalid):
        offers(db, cast.sanne, meeting, FREE[0])
    withdraw_time(db, cast.sanne, offer_id=meeting.open_offers[0].id)
    offers(db, cast.sanne, meeting, FREE[0])
    assert len(meeting.open_offers) == 5


def test_a_time_taken_back_is_gone_and_its_row_stays(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    marks(db, cast.inger, meeting, 0)
    first = meeting.open_offers[0]
    withdraw_time(db, cast.sanne, offer_id=str(first.id))
    withdraw_time(db, cast.sanne, offer_id=str(first.id))
    assert len(times_of(db, cast.inger, meeting).choices) == 1
    assert db.get(TimeOffer, first.id).marks
    assert db.query(Activity).filter_by(action="meeting.time_withdrawn").count() == 1


def test_inger_may_not_take_one_back(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    with pytest.raises(NotAllowed):
        withdraw_time(db, cast.inger, offer_id=meeting.open_offers[0].id)


@pytest.mark.parametrize("wrong", ["x", None, "0192f0c0-0000-7000-8000-000000000000"])
def test_an_id_of_nothing_is_not_found(db, cast, meeting, wrong):
    with pytest.raises(NotFound):
        withdraw_time(db, cast.sanne, offer_id=wrong)


def test_a_page_that_shows_an_earlier_time_is_told(db, cast, meeting):
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    with pytest.raises(Conflict):
        offer_times(
            db,
            cast.sanne,
            meeting_id=meeting.id,
            sequence=0,
            times=[("2026-12-01", "10:00", "11:00")],
        )


def test_offers_lapse_when_the_meeting_is_moved_and_not_with_the_place(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    same = {"day": "2026-11-24", "start": "14:05", "end": "15:00", "link": ""}
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **same, place="Biblioteket")
    assert len(times_of(db, cast.inger, meeting).choices) == 2
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=1, **{**MOVED, "start": "09:00"})
    view = times_of(db, cast.inger, meeting)
    assert (view.choices, view.awaits_marks) == ([], False)


def test_offers_lapse_when_the_meeting_is_cancelled(db, cast, meeting):
    offers(db, cast.sanne, meeting)
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Sygdom")
    assert times_of(db, cast.inger, meeting).choices == []
    with pytest.raises(MeetingClosed):
        offers(db, cast.sanne, meeting, ("2026-12-01", "10:00", "11:00"))


def test_a_time_that_has_come_is_no_longer_offered(db, cast, meeting, november):
    offers(db, cast.sanne, meeting, ("2026-11-23", "10:00", "11:00"), FREE[0])
    november.move_to(meeting.open_offers[0].starts_at)
    assert len(times_of(db, cast.inger, meeting).choices) == 1


def test_who_asks_for_another_time_is_told_to_sanne_until_she_offers_some(db, cast, meeting):
    answer_meeting(db, cast.anders, meeting_id=meeting.id, sequence=0, answer="another_time")
    assert (
        times_of(db, cast.sanne, meeting).asked_for
        == "Anders spørger, om I kan finde en anden tid."
    )
    assert times_of(db, cast.mette, meeting).asked_for == ""
    offers(db, cast.sanne, meeting)
    assert times_of(db, cast.sanne, meeting).asked_for == ""


def test_mette_as_organiser_does_not_hear_that_anders_asks(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.anders, cast.inger))
    answer_meeting(db, cast.anders, meeting_id=meeting.id, sequence=0, answer="another_time")
    assert times_of(db, cast.mette, meeting).asked_for == ""


def test_a_holiday_is_said_and_allowed(db, cast, meeting):
    offers(db, cast.sanne, meeting, ("2026-12-24", "10:00", "11:00"))
    note = "Mange har fri den dag: Juleaftensdag. Skolerne har juleferie."
    assert times_of(db, cast.inger, meeting).choices[0].note == note
    assert times_of(db, cast.sanne, meeting).offered[0].note == note
