"""Calling a meeting off."""

import pytest

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import cancel_meeting, change_meeting
from herning_pwa.meetings.models import MeetingClosed
from herning_pwa.meetings.queries import (
    meeting_list,
    meeting_page,
    meetings_ahead,
)
from tests.meetings.acts import MOVED, end_membership, ids


def cancels(db, person, meeting, sequence=0, reason="Sanne er syg"):
    cancel_meeting(db, person, meeting_id=meeting.id, sequence=sequence, reason=reason)


def test_sanne_may_call_it_off_and_everybody_reads_why(db, cast, meeting):
    cancels(db, cast.sanne, meeting)
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert (view.closed_line, view.cancelled_because) == ("Mødet er aflyst.", "Sanne er syg")
    assert (view.story[-1].sentence, view.story[-1].reason) == (
        "Sanne aflyste mødet.",
        "Sanne er syg",
    )
    assert (view.can_answer, view.can_add_point, view.arrange.can_arrange) == (False, False, False)
    assert meeting.sequence == 1


def test_mette_may_call_off_her_own(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    cancels(db, cast.mette, meeting)
    assert meeting.is_cancelled


@pytest.mark.parametrize("name", ["mette", "anders", "inger"])
def test_the_invited_may_not(db, cast, meeting, name):
    with pytest.raises(NotAllowed):
        cancels(db, getattr(cast, name), meeting)


@pytest.mark.parametrize("name", ["peter", "karl", "frede", "otto"])
def test_others_cannot_even_find_it(db, cast, meeting, name):
    with pytest.raises(NotFound):
        cancels(db, getattr(cast, name), meeting)


def test_sanne_who_is_no_longer_in_the_circle_cannot(db, cast, meeting):
    end_membership(db, cast.sanne)
    with pytest.raises(NotFound):
        cancels(db, cast.sanne, meeting)


@pytest.mark.parametrize("reason", ["", "   ", None, "x" * 201])
def test_it_takes_a_reason(db, cast, meeting, reason):
    with pytest.raises(Invalid) as refused:
        cancels(db, cast.sanne, meeting, reason=reason)
    assert list(refused.value.fields) == ["reason"]


def test_two_taps_call_it_off_once(db, cast, meeting):
    cancels(db, cast.sanne, meeting)
    cancels(db, cast.sanne, meeting)
    assert len(meeting.changes) == 1


def test_somebody_else_is_told_that_it_is_off_already(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    cancels(db, cast.sanne, meeting)
    with pytest.raises(MeetingClosed):
        cancels(db, cast.mette, meeting)


def test_one_moved_meanwhile_is_not_called_off_by_mistake(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    with pytest.raises(Conflict):
        cancels(db, cast.mette, meeting)
    assert not meeting.is_cancelled


def test_it_stays_in_the_list_with_its_word_and_asks_nobody(db, cast, meeting):
    cancels(db, cast.sanne, meeting)
    card = meeting_list(db, cast.inger, circle_id=cast.circle.id).ahead[0]
    assert (card.status, card.is_cancelled, card.awaits_answer) == ("Aflyst", True, False)
    assert meetings_ahead(db, cast.inger) == []
