"""The private feed: one person's meetings, at an address that nobody can guess."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.meetings.commands import cancel_meeting, change_meeting
from herning_pwa.meetings.queries.calendar import calendar_feed
from herning_pwa.people.calendar_feeds import feed_of, secret_of
from herning_pwa.people.commands.calendar import choose_feed_details, make_feed, remove_feed
from tests.counting import counted
from tests.meetings.acts import MOVED, end_membership, ids
from tests.meetings.moments import NIGHTS, called_at
from tests.meetings.reader import read_by_others


def connect(db, person, *, detailed=False) -> str:
    """The secret of the person's new feed."""
    make_feed(db, person)
    if detailed:
        choose_feed_details(db, person, detailed=True)
    db.flush()
    return secret_of(feed_of(db, person))


def fetched(db, secret) -> str:
    return calendar_feed(db, secret=secret).decode()


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def test_mettes_phone_gets_her_meetings_and_nothing_but_their_time(db, cast, plan):
    plan(place="Æblehaven 3", link="https://video.example/emil", points="Emils søvn")
    plan(people=ids(cast.anders), day="2026-12-01")
    text = fetched(db, connect(db, cast.mette))
    [event] = events(text)
    assert str(event["SUMMARY"]) == "Møde"
    assert event.decoded("DTSTART") == datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
    for telling in ("Æblehaven", "video.example", "Emil", "Netværk", "Sanne", "@", "/moeder/"):
        assert telling not in text


def test_it_says_its_name_how_often_to_ask_and_when_to_remind(db, cast, meeting):
    text = fetched(db, connect(db, cast.mette))
    for line in (
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Møder",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "TRIGGER:-P1D",
    ):
        assert f"{line}\r\n" in text


def test_mette_may_let_it_say_more_but_never_names(db, cast, plan):
    plan(place="Æblehaven 3", points="Emils søvn")
    text = fetched(db, connect(db, cast.mette, detailed=True))
    [event] = events(text)
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == ("Netværksmøde", "Æblehaven 3")
    for name in ("Sanne", "Anders", "Emils søvn", "ATTENDEE", "ORGANIZER"):
        assert name not in text


def test_where_a_home_visit_is_stays_with_those_who_may_know(db, cast, plan):
    plan(kind="home_visit", place="Æblehaven 3")
    assert "Æblehaven" not in fetched(db, connect(db, cast.anders, detailed=True))


def test_sannes_feed_never_says_more_than_when(db, cast, plan):
    plan(place="Æblehaven 3")
    secret = connect(db, cast.sanne)
    with pytest.raises(NotAllowed):
        choose_feed_details(db, cast.sanne, detailed=True)
    feed_of(db, cast.sanne).is_detailed = True
    assert "Æblehaven" not in fetched(db, secret)


def test_a_moved_meeting_is_the_same_event_with_a_higher_number(db, cast, meeting):
    secret = connect(db, cast.mette)
    before = fetched(db, secret)
    assert fetched(db, secret) == before
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    [event] = events(fetched(db, secret))
    assert (str(event["UID"]), event["SEQUENCE"]) == (str(meeting.id), 1)
    assert event.decoded("DTSTART") == datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def test_a_cancelled_meeting_says_so_and_is_gone_the_day_after(db, cast, meeting, november):
    secret = connect(db, cast.mette)
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Sne")
    [event] = events(fetched(db, secret))
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
    november.shift(timedelta(days=6))
    assert events(fetched(db, secret)) == []


def test_meetings_stay_three_months_and_then_go(db, cast, meeting, november):
    secret = connect(db, cast.mette)
    november.shift(timedelta(days=90))
    assert len(events(fetched(db, secret))) == 1
    november.shift(timedelta(days=10))
    assert events(fetched(db, secret)) == []


def test_a_meeting_sanne_answers_for_and_is_not_asked_to_takes_none_of_her_day(db, cast, plan):
    plan(by=cast.mette, people=ids(cast.anders))
    own = plan()
    assert [str(e["UID"]) for e in events(fetched(db, connect(db, cast.sanne)))] == [str(own.id)]


def test_who_has_left_the_circle_has_an_empty_calendar_at_once(db, cast, meeting):
    secret = connect(db, cast.inger)
    end_membership(db, cast.inger)
    assert events(fetched(db, secret)) == []


def test_a_person_in_two_circles_loses_only_the_meetings_of_one(db, cast, plan):
    there = plan(by=cast.frede, circle_id=cast.other_circle.id, people=ids(cast.fatima))
    member = cast.fatima.active_memberships[0]
    place = {"role": member.role, "relation": member.relation}
    here = Membership(circle=cast.circle, person=cast.fatima, **place)
    db.add(here)
    db.flush()
    plan(people=ids(cast.fatima))
    secret = connect(db, cast.fatima)
    assert len(events(fetched(db, secret))) == 2
    here.ended_at = there.created_at
    db.flush()
    assert [str(event["UID"]) for event in events(fetched(db, secret))] == [str(there.id)]


@pytest.mark.parametrize("secret", ["", "x", "%00", "æ" * 300, "\ud800"])
def test_a_guess_finds_nothing(db, cast, meeting, secret):
    connect(db, cast.mette)
    with pytest.raises(NotFound):
        fetched(db, secret)


def test_a_new_address_ends_the_old_one(db, cast, meeting):
    old = connect(db, cast.mette)
    new = connect(db, cast.mette)
    assert new != old
    with pytest.raises(NotFound):
        fetched(db, old)
    assert len(events(fetched(db, new))) == 1


def test_a_removed_feed_is_gone(db, cast, meeting):
    secret = connect(db, cast.mette)
    remove_feed(db, cast.mette)
    remove_feed(db, cast.mette)
    with pytest.raises(NotFound):
        fetched(db, secret)


def test_each_moment_of_the_year_arrives_as_it_is(db, cast):
    planned = [called_at(db, cast, *night) for night in NIGHTS.values()]
    found = {str(e["UID"]): e for e in events(fetched(db, connect(db, cast.mette)))}
    for meeting in planned:
        event = found[str(meeting.id)]
        assert event.decoded("DTSTART") == meeting.starts_at
        assert event.decoded("DTEND") == meeting.ends_at


def test_many_meetings_are_three_statements(db, cast):
    for n in range(12):
        called_at(db, cast, datetime(2027, 1, 4, 10, n, tzinfo=UTC), 60)
    secret = connect(db, cast.mette, detailed=True)
    db.expire_all()
    with counted(db) as statements:
        fetched(db, secret)
    assert len(statements) == 3


def test_other_peoples_calendars_read_the_same_moments(db, cast):
    planned = [called_at(db, cast, *night) for night in NIGHTS.values()]
    text = fetched(db, connect(db, cast.mette))
    read = read_by_others(text)
    found = {event["uid"]: event for event in read["events"]}
    assert read["name"] == "Møder"
    assert len(found) == len(events(text))
    for meeting in planned:
        event = found[str(meeting.id)]
        assert (event["summary"], event["sequence"]) == ("Møde", 0)
        assert datetime.fromisoformat(event["starts"]) == meeting.starts_at
        assert datetime.fromisoformat(event["ends"]) == meeting.ends_at


WHERE = "Æblehaven 3; 2. sal, t.v. \\ " + "op ad trappen og til højre, " * 5


def test_other_peoples_calendars_read_every_detail_and_change(db, cast, plan):
    """Long lines, every sign that means something in a calendar, a move and a cancelling."""
    secret = connect(db, cast.mette, detailed=True)
    moved, off = plan(), plan(day="2026-12-01", place=WHERE)
    change_meeting(db, cast.sanne, meeting_id=moved.id, sequence=0, **MOVED)
    cancel_meeting(db, cast.sanne, meeting_id=off.id, sequence=0, reason="Sne")
    text = fetched(db, secret)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    for event in [*read_by_others(text)["events"], *map(as_others, events(text))]:
        is_off = event["uid"] == str(off.id)
        assert event["place"] == (WHERE.strip() if is_off else MOVED["place"])
        assert event["status"] == ("CANCELLED" if is_off else "CONFIRMED")
        assert event["url"].endswith(f"/moeder/{event['uid']}")
        assert (event["summary"], event["sequence"]) == ("Netværksmøde", 1)
        assert event["rings"] == (0 if is_off else 1)


def as_others(event):
    """An event of Python's icalendar in the reader's words."""
    return {
        "uid": str(event["UID"]),
        "place": str(event["LOCATION"]),
        "status": str(event["STATUS"]),
        "url": str(event["URL"]),
        "summary": str(event["SUMMARY"]),
        "sequence": event["SEQUENCE"],
        "rings": len(event.walk("VALARM")),
    }
