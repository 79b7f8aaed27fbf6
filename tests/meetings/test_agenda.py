"""Adding to the agenda and taking one's own points off it."""

from uuid import uuid4

import pytest

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.models import Audience
from herning_pwa.meetings.commands import add_point, cancel_meeting, withdraw_point
from herning_pwa.meetings.models import AgendaPoint, MeetingClosed
from herning_pwa.meetings.queries import meeting_page
from tests.goals.making import TITLE, agreed
from tests.meetings.acts import end_membership, ids


def adds(db, person, meeting, text="Lejrskolen i maj", **more):
    add_point(db, person, meeting_id=meeting.id, text=text, **more)


def points(db, person, meeting):
    return meeting_page(db, person, meeting_id=meeting.id).agenda


@pytest.mark.parametrize("name", ["mette", "anders", "inger", "sanne"])
def test_everybody_invited_may_add_a_point_that_the_others_see(db, cast, meeting, name):
    adds(db, getattr(cast, name), meeting)
    seen = points(db, cast.inger, meeting)
    assert [(p.text, p.by) for p in seen] == [("Lejrskolen i maj", name.title())]


def test_sanne_who_is_only_responsible_may_not(db, cast, plan):
    with pytest.raises(NotAllowed):
        adds(db, cast.sanne, plan(cast.peter, people=ids(cast.mette)))


@pytest.mark.parametrize("name", ["jens", "karl", "frede"])
def test_others_cannot_even_find_the_meeting(db, cast, meeting, name):
    with pytest.raises(NotFound):
        adds(db, getattr(cast, name), meeting)


def test_inger_who_has_left_cannot(db, cast, meeting):
    end_membership(db, cast.inger)
    with pytest.raises(NotFound):
        adds(db, cast.inger, meeting)


@pytest.mark.parametrize("text", ["", "  \n ", None, 7, ["Skolen"], "\ud800", "x" * 201])
def test_an_empty_or_overlong_point_is_refused(db, cast, meeting, text):
    with pytest.raises(Invalid) as refused:
        adds(db, cast.inger, meeting, text)
    assert list(refused.value.fields) == ["text"]


def test_two_hundred_characters_are_fine(db, cast, meeting):
    adds(db, cast.inger, meeting, "å" * 200)
    assert len(points(db, cast.inger, meeting)[0].text) == 200


def test_markup_stays_text(db, cast, meeting):
    adds(db, cast.inger, meeting, "<b onclick=x>Skolen</b>")
    assert points(db, cast.mette, meeting)[0].text == "<b onclick=x>Skolen</b>"


def test_two_taps_are_one_point(db, cast, meeting):
    adds(db, cast.inger, meeting)
    adds(db, cast.inger, meeting)
    assert len(points(db, cast.inger, meeting)) == 1


def test_the_agenda_is_full_at_forty(db, cast, meeting):
    for n in range(40):
        adds(db, cast.inger, meeting, f"Punkt {n}")
    with pytest.raises(Invalid):
        adds(db, cast.inger, meeting, "Et til")


def test_inger_may_withdraw_her_own_point_and_the_row_stays(db, cast, meeting):
    adds(db, cast.inger, meeting)
    mine = points(db, cast.inger, meeting)[0]
    assert mine.can_withdraw
    withdraw_point(db, cast.inger, point_id=mine.point_id)
    assert points(db, cast.inger, meeting) == []
    assert db.query(AgendaPoint).one().withdrawn_at is not None


def test_not_even_sanne_may_withdraw_ingers(db, cast, meeting):
    adds(db, cast.inger, meeting)
    theirs = points(db, cast.sanne, meeting)[0]
    assert not theirs.can_withdraw
    with pytest.raises(NotAllowed):
        withdraw_point(db, cast.sanne, point_id=theirs.point_id)


def test_jens_cannot_even_find_it(db, cast, meeting):
    adds(db, cast.inger, meeting)
    point = db.query(AgendaPoint).one()
    for wrong in (point.id, uuid4(), "x"):
        with pytest.raises(NotFound):
            withdraw_point(db, cast.jens, point_id=wrong)


def test_a_cancelled_meeting_keeps_its_agenda_as_it_was(db, cast, meeting):
    adds(db, cast.inger, meeting)
    cancel_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, reason="Sne")
    with pytest.raises(MeetingClosed):
        adds(db, cast.mette, meeting)
    with pytest.raises(MeetingClosed):
        withdraw_point(db, cast.inger, point_id=db.query(AgendaPoint).one().id)


def test_inger_is_told_who_reads_it(db, cast, meeting):
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert view.sight.meeting.line == "Kan ses af Mette, Anders og Sanne."
    assert view.sight.meeting.cannot == []


def test_mette_may_tie_a_point_to_a_goal_that_inger_sees_too(db, cast, meeting):
    goal = agreed(db, cast)
    adds(db, cast.mette, meeting, goal_id=str(goal.id))
    assert points(db, cast.inger, meeting)[0].goal_title == TITLE


def test_a_goal_inger_does_not_see_is_not_named_to_her(db, cast, meeting):
    goal = agreed(db, cast, audience=Audience.PARENTS)
    adds(db, cast.mette, meeting, goal_id=str(goal.id))
    seen, hidden = points(db, cast.anders, meeting)[0], points(db, cast.inger, meeting)[0]
    assert (seen.goal_title, seen.goal_href) == (TITLE, f"/maal/{goal.id}")
    assert (hidden.goal_title, hidden.goal_href) == ("", "")
    view = meeting_page(db, cast.inger, meeting_id=meeting.id)
    assert str(goal.id) not in [choice.value for choice in view.goals]


def test_inger_cannot_tie_a_point_to_a_goal_she_does_not_see(db, cast, meeting):
    goal = agreed(db, cast, audience=Audience.PARENTS)
    for wrong in (goal.id, uuid4(), "x"):
        with pytest.raises(NotFound):
            adds(db, cast.inger, meeting, goal_id=str(wrong))
