"""The next meeting is agreed before this one ends; steps are agreed on the way."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.followup.commands import agree_step, end_meeting, part_without_date
from herning_pwa.goals.models import DecidedStep
from herning_pwa.i18n import local
from herning_pwa.meetings.commands import cancel_meeting, invite_to_meeting
from herning_pwa.meetings.models import HeldMeeting, Meeting, Parting
from herning_pwa.meetings.queries import meeting_page, summary_page
from herning_pwa.meetings.queries.own_decisions import own_decisions
from tests.followup.acts import MORNING, START, called, end, next_date, part, parted
from tests.followup.rounds import arrive, rounds


def held(db):
    return db.scalar(select(HeldMeeting))


def meetings(db):
    return list(db.scalars(select(Meeting).order_by(Meeting.starts_at)))


def test_the_same_people_are_called_again(db, cast, meeting):
    next_date(db, cast.sanne, meeting)
    coming = held(db).next_meeting
    assert local(coming.starts_at).date() == date(2027, 1, 5)
    assert (coming.kind, coming.place) == (meeting.kind, meeting.place)
    assert {a.person_id for a in coming.attendances} == {a.person_id for a in meeting.attendances}


def test_two_taps_are_one_meeting(db, cast, meeting):
    next_date(db, cast.sanne, meeting)
    next_date(db, cast.peter, meeting)
    assert len(meetings(db)) == 2


def test_another_date_is_refused_with_the_one_that_stands(db, cast, meeting):
    next_date(db, cast.sanne, meeting)
    with pytest.raises(Conflict, match="januar"):
        next_date(db, cast.peter, meeting, day="2027-01-06")


def test_when_it_was_called_off_another_can_be_agreed(db, cast, meeting):
    next_date(db, cast.sanne, meeting)
    off = held(db).next_meeting
    cancel_meeting(db, cast.sanne, meeting_id=off.id, sequence=0, reason="Ferie.")
    next_date(db, cast.sanne, meeting, day="2027-01-06")
    assert held(db).next_meeting.id != off.id


def test_a_bad_day_is_said_at_its_field(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        next_date(db, cast.sanne, meeting, day="2026-11-01")
    assert "day" in refused.value.fields


def test_who_is_asked_afterwards_does_not_learn_of_the_next_one(db, cast, goal, travel):
    meeting = called(db, cast.sanne, cast.mette)
    travel.move_to(START)
    next_date(db, cast.sanne, meeting)
    people = [str(cast.anders.id)]
    invite_to_meeting(db, cast.sanne, meeting_id=meeting.id, people=people)
    end_meeting(db, cast.sanne, meeting_id=meeting.id)
    db.expire_all()
    lines = {
        name: meeting_page(db, getattr(cast, name), meeting_id=meeting.id).decided.next_line
        for name in ("mette", "anders")
    }
    assert "januar" in lines["mette"]
    assert lines["anders"] == ""
    assert "januar" not in summary_page(db, cast.sanne, meeting_id=meeting.id).draft.text


def test_another_familys_meeting_never_becomes_the_next(db, cast, meeting):
    place = Membership(
        circle=cast.other_circle,
        person=cast.sanne,
        role=Role.PROFESSIONAL,
        relation=Relation.SOCIAL_PEDAGOGUE,
    )
    db.add(place)
    db.flush()
    db.expire_all()
    key = uuid4()
    called(
        db,
        cast.sanne,
        cast.fatima,
        circle_id=cast.other_circle.id,
        form_key=key,
        day="2027-01-05",
    )
    with pytest.raises(NotFound):
        next_date(db, cast.sanne, meeting, form_key=key)


def test_two_homes_that_are_met_apart_have_one_follow_up(db, cast, goal, travel):
    arrive(db, cast.circle, travel, MORNING)
    apart = [
        called(db, cast.sanne, parent, start=f"{hour}:00", end=f"{hour + 1}:00")
        for hour, parent in ((10, cast.mette), (12, cast.anders))
    ]
    travel.move_to(START)
    stands = []
    for one in apart:
        end(db, cast.sanne, one)
        stands.append(rounds(db, cast.circle))
    assert [state for state, _day in stands[0]] == ["held", "planned"]
    assert stands[1] == stands[0]


@pytest.mark.parametrize("agree", [part, next_date])
def test_the_meeting_does_not_end_before_it_is_known_what_comes(db, cast, meeting, agree):
    with pytest.raises(Conflict, match="hvornår I mødes igen"):
        end_meeting(db, cast.sanne, meeting_id=meeting.id)
    agree(db, cast.sanne, meeting)
    end_meeting(db, cast.sanne, meeting_id=meeting.id)
    assert held(db).ended_at is not None


def test_why_there_is_no_next_meeting_is_told_to_all_who_were_there(db, cast, meeting):
    end(db, cast.sanne, meeting)
    told = "Vi aftaler ikke et nyt møde. Vi ringer sammen."
    assert told in summary_page(db, cast.sanne, meeting_id=meeting.id).draft.text
    parting = meeting_page(db, cast.inger, meeting_id=meeting.id).decided.parting
    assert parting.words == "Vi ringer sammen."
    texts = [text for word in own_decisions(db, cast.sanne) for _part, text in word.parts]
    assert "Vi ringer sammen." in texts


def test_a_date_after_all_takes_its_place(db, cast, meeting):
    part(db, cast.sanne, meeting)
    next_date(db, cast.peter, meeting, seen=str(parted(db, meeting).id))
    assert parted(db, meeting) is None
    assert held(db).has_next
    with pytest.raises(Conflict, match="januar"):
        part(db, cast.sanne, meeting, "Nej.")


def test_of_two_who_decide_how_it_goes_on_the_second_is_told(db, cast, meeting):
    part(db, cast.sanne, meeting)
    part_without_date(db, cast.peter, meeting_id=meeting.id, reason="Vi ringer sammen.", seen="")
    with pytest.raises(Conflict, match=r"Sanne .* Vi ringer sammen\."):
        part_without_date(db, cast.peter, meeting_id=meeting.id, reason="Ferie.", seen="")
    with pytest.raises(Conflict, match="Sanne"):
        next_date(db, cast.peter, meeting)
    part(db, cast.peter, meeting, "Ferie.")
    assert parted(db, meeting).by == cast.peter
    assert len(db.scalars(select(Parting)).all()) == 2


def test_it_takes_a_reason(db, cast, meeting):
    with pytest.raises(Invalid) as refused:
        part(db, cast.sanne, meeting, " ")
    assert list(refused.value.fields) == ["reason"]


def test_mette_does_not_set_it(db, cast, meeting):
    with pytest.raises(NotAllowed):
        next_date(db, cast.mette, meeting)


def test_a_step_is_agreed_once(db, cast, meeting, goal):
    form = {"title": "Ringe til læreren", "person_id": str(cast.anders.id), "due_on": "2026-12-01"}
    for _tap in range(2):
        agree_step(db, cast.sanne, meeting_id=meeting.id, goal_id=goal.id, **form)
    [agreed] = db.scalars(select(DecidedStep))
    assert (agreed.step.title, agreed.step.person_id) == ("Ringe til læreren", cast.anders.id)
    assert len(goal.living_steps) == 1


def test_ending_twice_is_ending_once(db, cast, meeting, travel):
    end(db, cast.sanne, meeting)
    ended_at = held(db).ended_at
    travel.shift(600)
    end_meeting(db, cast.peter, meeting_id=meeting.id)
    assert (held(db).ended_at, held(db).ended_by_id) == (ended_at, cast.sanne.id)
