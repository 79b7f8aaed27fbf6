"""The calendar file: neutral unless asked, and the same event after every change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from icalendar import Calendar, Event

from herning_pwa.errors import NotFound
from herning_pwa.meetings.commands import cancel_meeting, change_meeting
from herning_pwa.meetings.queries.calendar import calendar_file
from tests.meetings.acts import MOVED, end_membership


def written(db, person, meeting, *, detailed=False) -> str:
    return calendar_file(db, person, meeting_id=str(meeting.id), detailed=detailed).decode()


def event_in(text: str) -> Event:
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return event


def test_inger_gets_a_file_that_says_when_and_nothing_else(db, cast, plan):
    meeting = plan(place="Æblehaven 3", link="https://video.example/emil", points="Emils søvn")
    text = written(db, cast.inger, meeting)
    event = event_in(text)
    assert str(event["SUMMARY"]) == "Møde"
    assert event.decoded("DTSTART") == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    assert "DTSTART:20261124T130500Z" in text
    for telling in ("Æblehaven", "video.example", "Emil", "Netværk", "Sanne", "Inger", "LOCATION"):
        assert telling not in text


def test_whoever_asks_gets_kind_and_place_but_still_no_names(db, cast, plan):
    meeting = plan(place="Æblehaven 3", link="https://video.example/emil", points="Emils søvn")
    text = written(db, cast.inger, meeting, detailed=True)
    event = event_in(text)
    assert str(event["SUMMARY"]) == "Netværksmøde"
    assert str(event["LOCATION"]) == "Æblehaven 3, https://video.example/emil"
    assert str(event["URL"]).endswith(f"/moeder/{meeting.id}")
    for name in ("Sanne", "Inger", "Mette", "Emils søvn", "ATTENDEE", "ORGANIZER"):
        assert name not in text


def test_a_place_cannot_add_lines_of_its_own(db, cast, plan):
    meeting = plan(place="Skolen\r\nATTENDEE:mailto:x@evil.example;,")
    event = event_in(written(db, cast.inger, meeting, detailed=True))
    assert "ATTENDEE" not in event
    assert str(event["LOCATION"]) == "Skolen ATTENDEE:mailto:x@evil.example;,"


def test_a_moved_meeting_is_the_same_event_with_a_higher_sequence(db, cast, meeting):
    before = event_in(written(db, cast.inger, meeting))
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    after = event_in(written(db, cast.inger, meeting))
    assert before["UID"] == after["UID"] == str(meeting.id)
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("DTSTART") == datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def test_a_cancelled_meeting_says_so(db, cast, meeting):
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Sne")
    event = event_in(written(db, cast.inger, meeting))
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)


def test_the_file_is_stamped_and_published(db, cast, meeting):
    text = written(db, cast.inger, meeting)
    assert "METHOD:PUBLISH" in text
    assert "STATUS:CONFIRMED" in text
    assert event_in(text).decoded("DTSTAMP") == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert text.count("\r\n") == text.count("\n")


@pytest.mark.parametrize("name", ["jens", "karl", "frede", "birgit"])
def test_others_cannot_find_it(db, cast, meeting, name):
    with pytest.raises(NotFound):
        written(db, getattr(cast, name), meeting)


def test_inger_who_has_left_cannot_find_it(db, cast, meeting):
    end_membership(db, cast.inger)
    with pytest.raises(NotFound):
        written(db, cast.inger, meeting)
