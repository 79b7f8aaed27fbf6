"""Mail that carries a meeting into one person's calendar, and takes it out again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from herning_pwa.circles.commands import end_membership as end_place
from herning_pwa.meetings.commands import cancel_meeting, change_meeting, invite_to_meeting
from herning_pwa.people.commands.calendar import choose_meeting_mail
from tests.meetings.acts import MOVED, ids
from tests.meetings.letters import letters_waiting, send_letters

WHEN = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
MOVED_TO = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def move(db, cast, meeting, **other):
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **{**MOVED, **other})


def cancel(db, cast, meeting, sequence=0):
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=sequence, reason="Sne")


def test_everybody_asked_gets_one_and_nobody_else(db, cast, meeting):
    for name in ("sanne", "mette", "anders", "inger"):
        assert len(letters_waiting(db, getattr(cast, name))) == 1
    for name in ("jens", "peter", "karl", "freja", "fatima"):
        assert letters_waiting(db, getattr(cast, name)) == []


def test_it_says_when_and_names_nobody_else(db, cast, plan):
    meeting = plan(place="Æblehaven 3", link="https://video.example/emil", points="Emils søvn")
    [(words, event)] = send_letters(db, cast.mette)
    assert words.startswith("Invitation til et møde\n")
    assert "tirsdag den 24. november kl. 14.05–15.00" in words
    assert f"/moeder/{meeting.id}" in words
    assert (str(event["UID"]), event["SEQUENCE"]) == (str(meeting.id), 0)
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == ("Møde", WHEN)
    assert str(event["ATTENDEE"]) == f"mailto:{cast.mette.email}"
    assert str(event["ORGANIZER"]) == "mailto:sammen@kommune.example"
    everything = words + event.to_ical().decode()
    for telling in ("Æblehaven", "video.example", "Emil", "Sanne", "Mette", "anders@", "Netværk"):
        assert telling not in everything


def test_a_young_person_with_her_own_sign_in_is_told_too(db, cast, plan):
    plan(people=ids(cast.freja))
    assert len(send_letters(db, cast.freja)) == 1


def test_moved_is_the_same_event_one_higher(db, cast, meeting):
    send_letters(db, cast.mette)
    move(db, cast, meeting)
    [(words, event)] = send_letters(db, cast.mette)
    assert words.startswith("Et møde er flyttet\n")
    assert (str(event["UID"]), event["SEQUENCE"]) == (str(meeting.id), 1)
    assert (event.decoded("DTSTART"), str(event["STATUS"])) == (MOVED_TO, "CONFIRMED")


def test_another_place_is_told_without_the_place(db, cast, meeting):
    send_letters(db, cast.mette)
    same_time = {"day": "2026-11-24", "start": "14:05", "end": "15:00"}
    move(db, cast, meeting, place="Æblehaven 3", **same_time)
    [(words, event)] = send_letters(db, cast.mette)
    assert words.startswith("Nyt om et møde\n")
    assert event["SEQUENCE"] == 1
    assert "Æblehaven" not in words + event.to_ical().decode()


def test_cancelled_takes_it_out_of_the_calendar(db, cast, meeting):
    send_letters(db, cast.mette)
    cancel(db, cast, meeting)
    [(words, event)] = send_letters(db, cast.mette)
    assert words.startswith("Et møde er aflyst\n")
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event.walk("VALARM") == []
    assert "Sne" not in words


def test_changes_before_it_is_sent_are_one_mail(db, cast, meeting):
    move(db, cast, meeting)
    assert len(letters_waiting(db, cast.mette)) == 1
    [(words, event)] = send_letters(db, cast.mette)
    assert words.startswith("Invitation til et møde\n")
    assert (event.decoded("DTSTART"), event["SEQUENCE"]) == (MOVED_TO, 1)


def test_planned_and_cancelled_before_it_is_sent_is_no_mail(db, cast, meeting):
    cancel(db, cast, meeting)
    assert send_letters(db, cast.mette) == []


def test_nobody_is_told_the_same_twice(db, cast, meeting):
    send_letters(db, cast.mette)
    invite_to_meeting(db, cast.sanne, meeting_id=meeting.id, people=ids(cast.mette, cast.jens))
    assert send_letters(db, cast.mette) == []
    assert len(send_letters(db, cast.jens)) == 1


def test_inger_who_must_leave_is_told_about_the_time_she_knew(db, cast, meeting):
    send_letters(db, cast.inger)
    [place] = cast.inger.active_memberships
    end_place(db, cast.sanne, membership_id=place.id)
    move(db, cast, meeting)
    [(words, event)] = send_letters(db, cast.inger)
    assert words.startswith("Du er ikke længere inviteret til et møde\n")
    assert "24. november" in words
    assert "26. november" not in words
    assert (event.decoded("DTSTART"), str(event["STATUS"])) == (WHEN, "CANCELLED")
    assert event["SEQUENCE"] == 1
    cancel(db, cast, meeting, sequence=1)
    assert send_letters(db, cast.inger) == []


def test_inger_who_leaves_before_she_is_told_hears_nothing(db, cast, meeting):
    [place] = cast.inger.active_memberships
    end_place(db, cast.sanne, membership_id=place.id)
    assert send_letters(db, cast.inger) == []


def test_inger_who_comes_back_is_asked_with_a_higher_number(db, cast, meeting):
    send_letters(db, cast.inger)
    [place] = cast.inger.active_memberships
    end_place(db, cast.sanne, membership_id=place.id)
    send_letters(db, cast.inger)
    place.ended_at = None
    invite_to_meeting(db, cast.sanne, meeting_id=meeting.id, people=ids(cast.inger))
    [(words, event)] = send_letters(db, cast.inger)
    assert words.startswith("Invitation til et møde\n")
    assert event["SEQUENCE"] == 2


def test_mette_may_say_no_to_this_mail(db, cast, meeting):
    choose_meeting_mail(db, cast.mette, wanted=False)
    assert send_letters(db, cast.mette) == []
    move(db, cast, meeting)
    assert letters_waiting(db, cast.mette) == []
    assert len(send_letters(db, cast.anders)) == 1


def due(db, person):
    [mail] = letters_waiting(db, person)
    return mail.due_at


def test_there_is_time_to_correct_a_new_meeting(db, cast, meeting, november):
    assert due(db, cast.mette) == datetime(2026, 11, 20, 8, 10, tzinfo=UTC)


def test_a_change_the_same_day_waits_until_the_next(db, cast, meeting):
    send_letters(db, cast.mette)
    move(db, cast, meeting)
    assert due(db, cast.mette) == datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-21"], ids=["from near", "to near"])
def test_a_change_within_48_hours_cannot_wait(db, cast, plan, november, day):
    meeting = plan(day="2026-11-21" if day == "2026-11-24" else "2026-11-24")
    send_letters(db, cast.mette)
    move(db, cast, meeting, day=day)
    assert due(db, cast.mette) == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def test_the_night_is_quiet_unless_the_meeting_is_at_eight(db, cast, plan, november):
    far, near = plan(), plan(day="2026-11-21", start="09:00", end="10:00")
    send_letters(db, cast.mette)
    november.move_to(datetime(2026, 11, 20, 21, 0, tzinfo=UTC))
    cancel(db, cast, far)
    assert due(db, cast.mette) == datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    send_letters(db, cast.mette)
    cancel(db, cast, near)
    assert due(db, cast.mette) == datetime(2026, 11, 20, 21, 0, tzinfo=UTC)


def test_a_meeting_that_is_over_is_not_told(db, cast, meeting, november):
    november.shift(timedelta(days=9))
    assert send_letters(db, cast.mette) == []
