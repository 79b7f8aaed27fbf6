"""Answering an invitation."""

import pytest

from herning_pwa.activity.models import Activity
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.meetings.commands import answer_meeting, cancel_meeting, change_meeting
from herning_pwa.meetings.models import Answer, MeetingClosed
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import MOVED, answers_seen_by, end_membership, ids


def says(db, person, meeting, answer="coming", sequence=0, **more):
    answer_meeting(db, person, meeting_id=meeting.id, sequence=sequence, answer=answer, **more)


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        ("coming", ("Du kommer.", "Kommer")),
        ("not_coming", ("Du kommer ikke.", "Kommer ikke")),
        ("video", ("Du er med på video.", "Er med på video")),
        (
            "another_time",
            ("Du har spurgt efter en anden tid.", "Spørger efter en anden tid"),
        ),
    ],
)
def test_inger_may_answer(db, cast, meeting, answer, lines):
    own, others = lines
    says(db, cast.inger, meeting, answer, words="Jeg tager kage med")
    assert meeting_page(db, cast.inger, meeting_id=meeting.id).answer_line == own
    assert answers_seen_by(db, cast.sanne, meeting)["Inger"] == (others, "Jeg tager kage med")
    assert db.query(Activity).filter_by(action="meeting.answered", actor_id=cast.inger.id).one()


def test_before_that_she_has_not_answered(db, cast, meeting):
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert (view.answer, view.answer_line) == ("", "Du har ikke svaret endnu.")
    assert view.can_answer
    assert view.awaits_answer
    assert answers_seen_by(db, cast.sanne, meeting)["Inger"] == ("Har ikke svaret", "")


def test_peter_who_is_not_invited_cannot_find_it(db, cast, meeting):
    with pytest.raises(NotFound):
        says(db, cast.peter, meeting)


def test_sanne_who_is_only_responsible_may_not_answer(db, cast, plan):
    with pytest.raises(NotAllowed):
        says(db, cast.sanne, plan(cast.peter, people=ids(cast.mette)))


def test_frede_cannot_find_it(db, cast, meeting):
    with pytest.raises(NotFound):
        says(db, cast.frede, meeting)


def test_inger_who_has_left_cannot_answer(db, cast, meeting):
    end_membership(db, cast.inger)
    with pytest.raises(NotFound):
        says(db, cast.inger, meeting)


def test_a_changed_mind_keeps_both_answers(db, cast, meeting):
    says(db, cast.inger, meeting, "coming")
    says(db, cast.inger, meeting, "not_coming", words="Jeg er blevet syg")
    own = meeting.attendance_of(cast.inger)
    assert [a.answer for a in own.answers] == [Answer.COMING, Answer.NOT_COMING]
    assert own.answer is Answer.NOT_COMING


def test_two_taps_are_one_answer(db, cast, meeting):
    says(db, cast.inger, meeting)
    says(db, cast.inger, meeting)
    assert len(meeting.attendance_of(cast.inger).answers) == 1


@pytest.mark.parametrize("wrong", ["", "maybe", None, 1, ["coming"]])
def test_an_answer_that_is_none_is_refused(db, cast, meeting, wrong):
    with pytest.raises(Invalid) as refused:
        says(db, cast.inger, meeting, wrong)
    assert refused.value.fields == {"answer": "Vælg, om du kommer."}


def test_words_can_be_too_long(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        says(db, cast.inger, meeting, words="x" * 501)
    assert list(refused.value.fields) == ["words"]


def test_a_meeting_moved_meanwhile_is_not_answered_by_mistake(db, cast, meeting):
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    with pytest.raises(Conflict) as refused:
        says(db, cast.inger, meeting, sequence=0)
    assert "torsdag den 26. november kl. 10.00–11.00" in str(refused.value)
    says(db, cast.inger, meeting, sequence=1)
    assert meeting.attendance_of(cast.inger).answer is Answer.COMING


@pytest.mark.parametrize("wrong", ["", None, "0.0", "²", -1, {"n": 0}, True])
def test_a_sequence_nobody_was_shown_is_a_conflict(db, cast, meeting, wrong):
    with pytest.raises(Conflict):
        says(db, cast.inger, meeting, sequence=wrong)


def test_after_a_move_the_answer_is_asked_for_again(db, cast, meeting):
    says(db, cast.inger, meeting)
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence="0", **MOVED)
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert view.answer_line == "Du svarede før flytningen. Svar igen."
    assert view.awaits_answer
    seen = answers_seen_by(db, cast.sanne, meeting)
    assert seen["Inger"] == ("Svarede før flytningen: kommer", "")


def test_after_a_change_of_place_the_answer_stands(db, cast, meeting):
    says(db, cast.inger, meeting)
    same_time = {"day": "2026-11-24", "start": "14:05", "end": "15:00"}
    change_meeting(
        db, cast.sanne, meeting_id=meeting.id, sequence=0, place="Biblioteket", link="", **same_time
    )
    assert meeting_page(db, cast.inger, meeting_id=meeting.id).answer_line == "Du kommer."


def test_a_cancelled_meeting_takes_no_answer(db, cast, meeting):
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Jeg er syg")
    with pytest.raises(MeetingClosed, match="Mødet er aflyst"):
        says(db, cast.inger, meeting, sequence=1)


def test_it_can_be_answered_until_it_ends_and_no_longer(db, cast, meeting, november):
    november.move_to(meeting.ends_at.replace(minute=59, hour=13))
    says(db, cast.inger, meeting)
    november.move_to(meeting.ends_at)
    with pytest.raises(MeetingClosed, match="Mødet er slut"):
        says(db, cast.inger, meeting, "not_coming")
    assert not meeting_page(db, cast.inger, meeting_id=meeting.id).can_answer
