"""What is said about a time while it is being written: it warns, and never tells too much."""

from uuid import uuid4

import pytest

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.meetings.commands import answer_meeting, cancel_meeting, plan_meeting
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.meetings.queries.warnings import warnings_for_plan, warnings_for_time
from tests.meetings.acts import end_membership, ids

DAY = {"day": "2026-11-24", "start": "14:30", "end": "15:30"}
BUSY = "Peter har et andet møde på det tidspunkt."


def before_calling(db, cast, person, **time):
    return warnings_for_plan(db, person, circle_id=cast.circle.id, **{**DAY, **time})


@pytest.fixture
def in_the_other_circle(db, cast):
    """Peter works in the other circle too, where Frede has called him and Fatima to a meeting."""
    place = Membership(
        circle=cast.other_circle,
        person=cast.peter,
        role=Role.PROFESSIONAL,
        relation=Relation.SOCIAL_PEDAGOGUE,
    )
    db.add(place)
    db.flush()
    db.expire_all()
    return plan_meeting(
        db,
        cast.frede,
        circle_id=cast.other_circle.id,
        form_key=uuid4(),
        kind="home_visit",
        day="2026-11-24",
        start="14:00",
        end="15:00",
        place="Hos Fatima",
        people=ids(cast.fatima, cast.peter),
    )


def test_a_holiday_is_told_as_soon_as_there_is_a_day(db, cast):
    said = before_calling(db, cast, cast.mette, day="2026-12-25", start="", end="")
    assert said == ["Det er helligdag: Juledag. Skolerne har juleferie."]


@pytest.mark.parametrize(
    ("hours", "twice"),
    [
        ({"start": "02:30", "end": "04:00"}, ["02.30"]),
        ({"start": "01:30", "end": "02:00"}, ["02.00"]),
        ({"start": "03:00", "end": "04:00"}, []),
        ({"day": "2027-03-28", "start": "02:30", "end": ""}, []),
    ],
)
def test_the_hour_that_comes_twice_is_told(db, cast, hours, twice):
    said = before_calling(db, cast, cast.sanne, **{"day": "2027-10-31", **hours})
    assert [line for line in said if "kommer to gange" in line] == [
        f"Uret bliver stillet tilbage den nat, så {hour} kommer to gange. Den første gælder."
        for hour in twice
    ]


@pytest.mark.parametrize("half", [{"day": ""}, {"day": "i går"}, {"start": "25"}, {"end": "13:00"}])
def test_what_is_half_written_or_wrong_warns_of_nothing(db, cast, meeting, half):
    assert before_calling(db, cast, cast.sanne, **half) == []


def test_sanne_is_told_of_her_own_meeting(db, cast, meeting):
    assert before_calling(db, cast, cast.sanne) == [
        "Du har et andet møde på samme tid: Netværksmøde kl. 14.05–15.00."
    ]


def test_sanne_is_told_that_peter_is_busy_and_not_with_whom(db, cast, in_the_other_circle):
    assert before_calling(db, cast, cast.sanne) == [BUSY]


def test_sanne_is_not_told_that_peter_has_a_family_of_his_own(db, cast, in_the_other_circle):
    for place in cast.peter.memberships:
        if place.circle_id == cast.other_circle.id:
            place.role, place.relation = Role.CUSTODY_PARENT, Relation.FATHER
    db.flush()
    assert before_calling(db, cast, cast.sanne) == []


def test_peter_himself_is_told_what_it_is(db, cast, in_the_other_circle):
    [line] = before_calling(db, cast, cast.peter)
    assert line == "Du har et andet møde på samme tid: Hjemmebesøg kl. 14.00–15.00."


@pytest.mark.parametrize("name", ["mette", "anders"])
def test_a_parent_does_not_learn_that_there_is_another_family(db, cast, in_the_other_circle, name):
    assert before_calling(db, cast, getattr(cast, name)) == []


def test_a_parent_is_told_of_a_meeting_that_parent_sees(db, cast, plan):
    plan(people=ids(cast.mette, cast.peter))
    assert "Sanne og Peter har et andet møde på det tidspunkt." in before_calling(
        db, cast, cast.mette
    )
    assert before_calling(db, cast, cast.anders) == []


def test_family_and_network_are_nobody_elses_to_know_of(db, cast, plan):
    plan(people=ids(cast.inger, cast.mette))
    assert before_calling(db, cast, cast.peter) == ["Sanne har et andet møde på det tidspunkt."]


def test_a_meeting_declined_or_cancelled_is_no_hindrance(db, cast, in_the_other_circle):
    answer_meeting(
        db, cast.peter, meeting_id=in_the_other_circle.id, sequence=0, answer="not_coming"
    )
    assert before_calling(db, cast, cast.sanne) == []
    answer_meeting(db, cast.peter, meeting_id=in_the_other_circle.id, sequence=0, answer="coming")
    assert before_calling(db, cast, cast.sanne) == [BUSY]
    cancel_meeting(db, cast.frede, meeting_id=in_the_other_circle.id, sequence=0, reason="Sygdom")
    assert before_calling(db, cast, cast.sanne) == []


def test_moving_is_warned_about_those_invited_and_not_about_itself(
    db, cast, plan, in_the_other_circle
):
    alone, with_peter = plan(people=ids(cast.mette)), plan(day="2026-12-01", people=ids(cast.peter))
    assert warnings_for_time(db, cast.sanne, meeting_id=alone.id, **DAY) == []
    said = warnings_for_time(
        db, cast.sanne, meeting_id=with_peter.id, day="2026-11-24", start="", end=""
    )
    assert said[-1] == BUSY


def test_once_it_is_sent_the_page_says_so_to_who_arranges_and_nobody_else(
    db, cast, plan, in_the_other_circle
):
    meeting = plan(people=ids(cast.peter, cast.mette))
    assert meeting_page(db, cast.sanne, meeting_id=meeting.id).overlap == BUSY
    assert meeting_page(db, cast.mette, meeting_id=meeting.id).overlap == ""


def test_mette_who_called_it_is_not_told_of_the_other_family_either(
    db, cast, plan, in_the_other_circle
):
    meeting = plan(cast.mette, people=ids(cast.peter, cast.sanne))
    assert meeting_page(db, cast.mette, meeting_id=meeting.id).overlap == ""


def test_only_those_who_may_plan_or_arrange_get_an_answer(db, cast, meeting):
    for name in ("inger", "freja", "karl"):
        with pytest.raises(NotAllowed):
            before_calling(db, cast, getattr(cast, name))
    for name in ("frede", "birgit"):
        with pytest.raises(NotFound):
            before_calling(db, cast, getattr(cast, name))
    with pytest.raises(NotAllowed):
        warnings_for_time(db, cast.mette, meeting_id=meeting.id, **DAY)
    end_membership(db, cast.mette)
    with pytest.raises(NotFound):
        warnings_for_time(db, cast.mette, meeting_id=meeting.id, **DAY)
