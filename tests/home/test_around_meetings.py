"""Before a meeting one is asked to prepare; after it, whether the text is right."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from herning_pwa import clock, routes
from herning_pwa.desk.queries import desk_page
from herning_pwa.home.queries import today_page
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import (
    answer_meeting,
    reply_to_summary,
    save_preparation,
    send_summary,
)
from herning_pwa.meetings.queries import meeting_page
from tests.meeting_plans import meeting_called_by


@pytest.fixture
def meeting(db, cast):
    called = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, cast.inger, cast.peter)
    for who in (cast.mette, cast.peter):
        answer_meeting(db, who, meeting_id=called.id, sequence=0, answer="coming")
    return called


def today_of(db, who, cast):
    return today_page(db, who, circle_id=cast.circle.id)


def page_of(db, who, meeting):
    return meeting_page(db, who, meeting_id=meeting.id)


def prepare(db, who, meeting):
    save_preparation(db, who, meeting_id=meeting.id, page_key=uuid4(), version=0, going_well="Alt")


def test_who_comes_is_asked_to_prepare_until_they_have(db, cast, meeting):
    seen = today_of(db, cast.mette, cast)
    assert (seen.prepare, seen.meeting_is_next) == (routes.prepare(meeting.id), True)
    assert seen.waiting == [], "the meeting has its own card"
    prepare(db, cast.mette, meeting)
    assert today_of(db, cast.mette, cast).prepare == ""


def test_one_thing_at_a_time(db, cast, meeting):
    seen = today_of(db, cast.inger, cast)
    assert (seen.meeting.awaits_answer, seen.prepare) == (True, "")


def test_who_sees_the_answer_is_said_before_the_one_tap(db, cast, meeting):
    seen = today_of(db, cast.inger, cast)
    assert seen.meeting_sight == page_of(db, cast.inger, meeting).sight.answer
    assert "Sanne" in seen.meeting_sight.line
    assert today_of(db, cast.mette, cast).meeting_sight.line == "", "she has answered"


def test_a_professional_is_not_asked_and_a_far_meeting_waits(db, cast, meeting):
    assert today_of(db, cast.peter, cast).prepare == ""
    far = meeting_called_by(
        db, cast.sanne, cast.circle, cast.freja, day=today() + timedelta(days=11)
    )
    answer_meeting(db, cast.freja, meeting_id=far.id, sequence=0, answer="video")
    assert today_of(db, cast.freja, cast).prepare == ""


def test_what_comes_in_stands_on_sannes_desk_and_not_on_peters(db, cast, meeting):
    prepare(db, cast.mette, meeting)
    assert [line.what for line in desk_page(db, cast.sanne).prepared] == [
        "Har forberedt sig: Mette"
    ]
    assert desk_page(db, cast.peter).prepared == []


def test_the_text_waits_for_an_answer(db, cast, meeting):
    with clock.telling(meeting.ends_at):
        summary = send_summary(
            db, cast.sanne, meeting_id=meeting.id, page_key=uuid4(), version=0, text="Vi er enige."
        )
        [thing] = today_of(db, cast.mette, cast).waiting
        assert thing.ask == "Sanne har skrevet, hvad I aftalte. Passer det?"
        assert thing.href == routes.summary(meeting.id)
        desk = desk_page(db, cast.sanne)
        assert [line.what for line in desk.summaries] == ["Mangler at svare: Mette, Inger og Peter"]
        assert [line.kind for line in desk_page(db, cast.peter).waiting] == ["summary"]
        reply_to_summary(db, cast.mette, summary_id=summary.id, says="confirmed")
        assert today_of(db, cast.mette, cast).waiting == []


def test_on_the_day_a_professional_finds_hold_the_meeting_first(db, cast, meeting):
    assert today_of(db, cast.peter, cast).hold == ""
    assert "Du kan holde mødet her fra" in page_of(db, cast.peter, meeting).hold.line
    with clock.telling(meeting.starts_at):
        for who in (cast.peter, cast.sanne):
            seen = today_of(db, who, cast)
            assert seen.hold == routes.meeting_day(meeting.id)
            assert not any(thing.is_next for thing in seen.waiting)
            [line] = desk_page(db, who).waiting
            assert (line.act, line.kind) == ("Hold mødet", "day")
        assert page_of(db, cast.peter, meeting).hold.line == ""


def test_the_family_is_not_told_to_hold_it(db, cast, meeting):
    assert page_of(db, cast.mette, meeting).hold.line == ""
    with clock.telling(meeting.starts_at):
        assert today_of(db, cast.mette, cast).hold == ""
