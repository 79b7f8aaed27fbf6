"""Moving a meeting, and meeting somewhere else."""

import pytest

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import answer_meeting, change_meeting
from herning_pwa.meetings.models import Answer, Change, MeetingClosed
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import MOVED, end_membership, ids

SAME = {
    "day": "2026-11-24",
    "start": "14:05",
    "end": "15:00",
    "place": "Skolen, lokale 3",
    "link": "",
}


def changes(db, person, meeting, sequence=0, **form):
    change_meeting(db, person, meeting_id=meeting.id, sequence=sequence, **{**SAME, **form})


def test_sanne_may_move_it_and_the_history_says_so(db, cast, meeting):
    changes(db, cast.sanne, meeting, **MOVED, reason="Skolen  er\nlukket")
    view = meeting_page(db, cast.mette, meeting_id=meeting.id)
    assert (view.day, view.clock) == ("torsdag den 26. november", "kl. 10.00–11.00")
    assert [(line.sentence, line.reason) for line in view.story] == [
        ("Sanne indkaldte til mødet.", ""),
        (
            (
                "Sanne flyttede mødet fra tirsdag den 24. november kl. 14.05–15.00 "
                "til torsdag den 26. november kl. 10.00–11.00."
            ),
            "Skolen er lukket",
        ),
    ]
    assert meeting.sequence == 1
    assert db.query(Activity).filter_by(action="meeting.moved").one().actor_id == cast.sanne.id


def test_mette_may_move_the_one_she_called(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.sanne))
    changes(db, cast.mette, meeting, **MOVED)
    assert meeting.sequence == 1


def test_sanne_as_responsible_may_move_the_one_mette_called(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    changes(db, cast.sanne, meeting, **MOVED)
    assert meeting.changes[0].by_id == cast.sanne.id


@pytest.mark.parametrize("name", ["mette", "anders", "inger"])
def test_the_invited_may_not_move_it(db, cast, meeting, name):
    with pytest.raises(NotAllowed):
        changes(db, getattr(cast, name), meeting, **MOVED)


@pytest.mark.parametrize("name", ["peter", "jens", "frede", "fatima", "birgit"])
def test_others_cannot_even_find_it(db, cast, meeting, name):
    with pytest.raises(NotFound):
        changes(db, getattr(cast, name), meeting, **MOVED)


def test_mette_who_has_left_cannot_move_the_one_she_called(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.sanne))
    end_membership(db, cast.mette)
    with pytest.raises(NotFound):
        changes(db, cast.mette, meeting, **MOVED)


def test_whoever_moves_it_comes_and_is_not_asked_again(db, cast, meeting):
    changes(db, cast.sanne, meeting, **MOVED)
    view = meeting_page(db, cast.sanne, meeting_id=meeting.id)
    assert (view.answer, view.awaits_answer) == ("coming", False)


def test_whoever_moves_it_and_had_said_video_is_still_on_video(db, cast, meeting):
    answer_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, answer="video")
    changes(db, cast.sanne, meeting, **MOVED)
    assert meeting.attendance_of(cast.sanne).answer is Answer.VIDEO


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ({}, {"place": "Biblioteket"}, "ændrede stedet fra Skolen, lokale 3 til Biblioteket."),
        ({}, {"place": ""}, "fjernede stedet: Skolen, lokale 3."),
        ({"place": ""}, {"place": "Biblioteket"}, "skrev stedet: Biblioteket."),
        ({"place": ""}, {"link": "https://video.example/1"}, "skrev stedet: På video."),
        ({}, {"link": "https://video.example/1"}, "ændrede linket til videomødet."),
    ],
)
def test_another_place_is_told_and_raises_the_sequence(db, cast, plan, was, now, says):  # noqa: PLR0917
    meeting = plan(**was)
    changes(db, cast.sanne, meeting, **{**was, **now})
    assert meeting.sequence == 1
    assert meeting.changes[0].what is Change.PLACE_CHANGED
    assert meeting_page(db, cast.inger, meeting_id=meeting.id).story[-1].sentence == f"Sanne {says}"


def test_another_time_and_place_are_two_changes(db, cast, meeting):
    changes(db, cast.sanne, meeting, **{**MOVED, "place": "Biblioteket"})
    assert [c.what for c in meeting.changes] == [Change.MOVED, Change.PLACE_CHANGED]
    assert [c.sequence for c in meeting.changes] == [1, 2]


def test_nothing_changed_is_said(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        changes(db, cast.sanne, meeting)
    assert list(refused.value.fields) == ["day"]
    assert meeting.sequence == 0


def test_two_taps_move_it_once(db, cast, meeting):
    changes(db, cast.sanne, meeting, **MOVED)
    changes(db, cast.sanne, meeting, **MOVED)
    assert meeting.sequence == 1


def test_two_who_move_it_at_once_one_wins_and_the_other_is_told_the_new_time(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.inger))
    changes(db, cast.sanne, meeting, **MOVED)
    with pytest.raises(Conflict) as refused:
        changes(db, cast.mette, meeting, day="2026-12-01")
    assert "torsdag den 26. november kl. 10.00–11.00" in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"day": "2026-11-19"}, "day"),
        ({"day": "2099-01-01"}, "day"),
        ({"end": "14:00"}, "end"),
        ({"link": "ftp://video.example"}, "link"),
        ({"reason": "x" * 201}, "reason"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_moves(db, cast, meeting, wrong, field):
    with pytest.raises(Invalid) as refused:
        changes(db, cast.sanne, meeting, **wrong)
    assert list(refused.value.fields) == [field]
    assert meeting.sequence == 0


def test_a_meeting_under_way_can_be_prolonged_but_not_put_in_the_past(db, cast, meeting, november):
    november.move_to(meeting.starts_at.replace(minute=30))
    changes(db, cast.sanne, meeting, end="16:00")
    assert meeting.sequence == 1
    with pytest.raises(Invalid):
        changes(db, cast.sanne, meeting, sequence=1, start="14:00", end="16:00")


def test_a_meeting_that_is_over_stays_where_it_was(db, cast, meeting, november):
    november.move_to(meeting.ends_at)
    with pytest.raises(MeetingClosed):
        changes(db, cast.sanne, meeting, **MOVED)
