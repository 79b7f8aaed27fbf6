"""Choosing one of the offered times: the meeting moves, and those whom it suits come."""

import pytest

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, NotAllowed, NotFound
from herning_pwa.meetings.commands import (
    answer_meeting,
    cancel_meeting,
    change_meeting,
    choose_time,
    withdraw_time,
)
from herning_pwa.meetings.models import Answer, MeetingClosed
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import MOVED, answers_seen_by, end_membership, ids, marks, offers
from tests.meetings.letters import send_letters


@pytest.fixture
def offered(db, cast, meeting):
    """Two other times; the first suits Mette and Inger, the second Anders."""
    offers(db, cast.sanne, meeting)
    marks(db, cast.mette, meeting, 0)
    marks(db, cast.inger, meeting, 0, 1)
    marks(db, cast.anders, meeting, 1)
    return meeting


def chooses(db, person, meeting, n=0, sequence=0):
    choose_time(db, person, offer_id=str(meeting.open_offers[n].id), sequence=str(sequence))


def test_sanne_moves_the_meeting_to_it(db, cast, offered):
    chooses(db, cast.sanne, offered)
    view = meeting_page(db, cast.mette, meeting_id=offered.id)
    assert (view.day, view.clock) == ("torsdag den 26. november", "kl. 10.00–11.00")
    assert view.sequence == offered.time_set_in == 1
    assert view.story[-1].sentence.startswith("Sanne flyttede mødet fra tirsdag")
    assert db.query(Activity).filter_by(action="meeting.moved").count() == 1


def test_everybody_hears_of_it_in_their_calendar(db, cast, offered):
    for person in (cast.mette, cast.anders):
        send_letters(db, person)
    chooses(db, cast.sanne, offered)
    for person in (cast.mette, cast.anders):
        [(words, event)] = send_letters(db, person)
        assert words.startswith("Et møde er flyttet\n")
        assert (event["SEQUENCE"], event.decoded("DTSTART")) == (1, offered.starts_at)


def test_those_whom_it_suits_come_and_the_others_are_asked(db, cast, offered):
    chooses(db, cast.sanne, offered)
    stands = {
        name: offered.attendance_of(getattr(cast, name)).awaits_answer
        for name in ("sanne", "mette", "inger", "anders")
    }
    assert stands == {"sanne": False, "mette": False, "inger": False, "anders": True}
    assert offered.attendance_of(cast.mette).answer is Answer.COMING


def test_words_about_the_old_time_do_not_follow_and_video_does(db, cast, offered):
    for name, answer in (("mette", "video"), ("inger", "another_time")):
        answer_meeting(
            db,
            getattr(cast, name),
            meeting_id=offered.id,
            sequence=0,
            answer=answer,
            words="Jeg er på arbejde klokken to.",
        )
    chooses(db, cast.sanne, offered)
    seen = answers_seen_by(db, cast.sanne, offered)
    assert (seen["Mette"], seen["Inger"]) == (("Er med på video", ""), ("Kommer", ""))


def test_the_other_times_lapse_and_nothing_is_asked_any_more(db, cast, offered):
    chooses(db, cast.sanne, offered)
    for person in (cast.sanne, cast.anders):
        view = meeting_page(db, person, meeting_id=offered.id).times
        assert (view.choices, view.offered) == ([], [])


def test_two_taps_move_it_once(db, cast, offered):
    offer_id = offered.open_offers[0].id
    choose_time(db, cast.sanne, offer_id=offer_id, sequence=0)
    choose_time(db, cast.sanne, offer_id=offer_id, sequence=0)
    assert offered.sequence == 1


def test_sanne_as_responsible_may_choose_for_the_one_mette_called(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    offers(db, cast.mette, meeting)
    chooses(db, cast.sanne, meeting)
    assert meeting.changes[0].by_id == cast.sanne.id


@pytest.mark.parametrize("name", ["mette", "anders", "inger"])
def test_the_invited_may_not_choose(db, cast, offered, name):
    with pytest.raises(NotAllowed):
        chooses(db, getattr(cast, name), offered)


@pytest.mark.parametrize("name", ["peter", "jens", "frede", "fatima"])
def test_others_cannot_even_find_it(db, cast, offered, name):
    with pytest.raises(NotFound):
        chooses(db, getattr(cast, name), offered)


def test_somebody_who_has_left_does_not_come(db, cast, offered):
    end_membership(db, cast.inger)
    chooses(db, cast.sanne, offered)
    assert offered.attendance_of(cast.inger).answered_in is None


def test_a_time_taken_back_meanwhile_is_told_kindly(db, cast, offered):
    offer_id = offered.open_offers[0].id
    withdraw_time(db, cast.sanne, offer_id=offer_id)
    with pytest.raises(Conflict, match="Den tid kan ikke vælges mere"):
        choose_time(db, cast.sanne, offer_id=offer_id, sequence=0)


def test_a_time_that_has_passed_cannot_be_chosen(db, cast, plan, november):
    meeting = plan(day="2026-11-30")
    offers(db, cast.sanne, meeting)
    offer_id = meeting.open_offers[0].id
    november.move_to(meeting.open_offers[0].starts_at)
    with pytest.raises(Conflict):
        choose_time(db, cast.sanne, offer_id=offer_id, sequence=0)


def test_of_two_who_arrange_it_at_once_one_wins_and_the_other_is_told(db, cast, offered):
    offer_id = offered.open_offers[0].id
    change_meeting(db, cast.sanne, meeting_id=offered.id, sequence=0, **{**MOVED, "start": "09:00"})
    with pytest.raises(Conflict, match=r"kl\. 09\.00–11\.00"):
        choose_time(db, cast.sanne, offer_id=offer_id, sequence=0)
    with pytest.raises(Conflict, match="Den tid kan ikke vælges mere"):
        choose_time(db, cast.sanne, offer_id=offer_id, sequence=1)


def test_a_cancelled_meeting_stays_cancelled(db, cast, offered):
    offer_id = offered.open_offers[0].id
    cancel_meeting(db, cast.sanne, meeting_id=offered.id, sequence=0, reason="Sygdom")
    with pytest.raises(MeetingClosed):
        choose_time(db, cast.sanne, offer_id=offer_id, sequence=1)


def test_anders_does_not_learn_from_the_move_whether_mette_comes(db, cast, offered):
    chooses(db, cast.sanne, offered)
    assert answers_seen_by(db, cast.anders, offered)["Mette"] == ("Svaret vises ikke", "")
