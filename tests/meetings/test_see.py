"""Seeing a meeting: when invited as a living member, or as the responsible professional."""

from uuid import uuid4

import pytest

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.errors import NotFound
from herning_pwa.meetings.policy import find_meeting, visible_to
from herning_pwa.meetings.queries import meeting_page
from tests.meetings.acts import end_membership, ids


@pytest.mark.parametrize("name", ["sanne", "mette", "anders", "inger"])
def test_the_invited_see_it(db, cast, meeting, name):
    view = meeting_page(db, getattr(cast, name), meeting_id=str(meeting.id))
    assert (view.kind, view.day, view.clock, view.week) == (
        "Netværksmøde",
        "tirsdag den 24. november",
        "kl. 14.05–15.00",
        "uge 48",
    )
    assert view.starts == "2026-11-24T14:05+01:00"
    assert view.place == "Skolen, lokale 3"


@pytest.mark.parametrize(
    "name", ["karl", "freja", "jens", "peter", "frede", "fatima", "birgit", "otto"]
)
def test_nobody_else_can_even_find_it(db, cast, meeting, name):
    with pytest.raises(NotFound):
        meeting_page(db, getattr(cast, name), meeting_id=meeting.id)


@pytest.mark.parametrize("name", ["karl", "freja", "jens", "peter"])
def test_each_of_them_sees_it_once_invited(db, cast, plan, name):
    person = getattr(cast, name)
    assert find_meeting(db, person, plan(people=ids(person)).id)


def test_a_supporter_sees_the_meeting_they_attend_and_no_other(db, cast, plan):
    db.add(
        Membership(
            circle=cast.circle,
            person=cast.birgit,
            role=Role.SUPPORTER,
            relation=Relation.SUPPORTER,
        )
    )
    db.flush()
    db.expire_all()
    attended, other = plan(people=ids(cast.mette, cast.birgit)), plan()
    assert db.scalars(visible_to(cast.birgit)).all() == [attended]
    with pytest.raises(NotFound):
        find_meeting(db, cast.birgit, other.id)


def test_sanne_as_responsible_sees_a_meeting_she_is_not_invited_to(db, cast, plan):
    meeting = plan(cast.peter, people=ids(cast.mette))
    view = meeting_page(db, cast.sanne, meeting_id=meeting.id)
    assert view.answer_line == "Du er ikke inviteret."
    assert view.arrange.can_arrange
    assert not view.can_answer


def test_inger_who_has_left_sees_nothing(db, cast, meeting):
    end_membership(db, cast.inger)
    with pytest.raises(NotFound):
        meeting_page(db, cast.inger, meeting_id=meeting.id)


def test_mette_who_called_it_and_has_left_sees_nothing(db, cast, plan):
    meeting = plan(cast.mette, people=ids(cast.sanne))
    end_membership(db, cast.mette)
    with pytest.raises(NotFound):
        meeting_page(db, cast.mette, meeting_id=meeting.id)


def test_the_others_read_that_inger_has_left(db, cast, meeting):
    end_membership(db, cast.inger)
    people = meeting_page(db, cast.mette, meeting_id=meeting.id).people
    assert {p.name: p.answer_line for p in people}["Inger"] == "Er ikke længere med i kredsen"


@pytest.mark.parametrize("wrong", ["", "1", "ikke-et-id", None, ["a"], "\ud800", uuid4()])
def test_an_id_that_is_none_is_not_found(db, cast, meeting, wrong):
    with pytest.raises(NotFound):
        meeting_page(db, cast.mette, meeting_id=wrong)
