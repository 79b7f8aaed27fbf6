"""The lists of meetings, and what other pages ask about them."""

from datetime import timedelta

import pytest

from herning_pwa.errors import NotFound
from herning_pwa.meetings.commands import answer_meeting, change_meeting, invite_to_meeting
from herning_pwa.meetings.queries import (
    meeting_list,
    meeting_page,
    meetings_ahead,
    question_of,
)
from tests.counting import counted
from tests.meetings.acts import MOVED, end_membership, ids, marks, offers


def test_next_comes_soonest_first_and_earlier_latest_first(db, cast, plan, november):
    for day in ("2026-11-21", "2026-11-23", "2026-12-02", "2026-11-30"):
        plan(day=day)
    november.shift(timedelta(days=5))
    view = meeting_list(db, cast.mette, circle_id=cast.circle.id)
    assert [card.day_number for card in view.ahead] == ["30", "2"]
    assert [card.day_number for card in view.earlier] == ["23", "21"]
    assert view.ahead[0].when == "mandag den 30. november kl. 14.05–15.00"
    assert view.ahead[0].week == "uge 49"
    assert (view.ahead[0].month, view.ahead[0].where) == ("nov.", "Skolen, lokale 3")


def test_a_meeting_under_way_is_still_next(db, cast, meeting, november):
    november.move_to(meeting.starts_at + timedelta(minutes=10))
    assert len(meeting_list(db, cast.mette, circle_id=cast.circle.id).ahead) == 1


def test_the_year_is_said_when_it_is_another(db, cast, plan):
    plan(day="2027-01-04")
    [card] = meetings_ahead(db, cast.mette)
    assert (card.when, card.week) == ("mandag den 4. januar 2027 kl. 14.05–15.00", "uge 1")


def test_only_ones_own_invitations_are_listed(db, cast, plan):
    plan(people=ids(cast.mette))
    plan(people=ids(cast.anders))
    assert len(meeting_list(db, cast.mette, circle_id=cast.circle.id).ahead) == 1
    assert len(meeting_list(db, cast.sanne, circle_id=cast.circle.id).ahead) == 2
    assert meeting_list(db, cast.jens, circle_id=cast.circle.id).ahead == []


def test_frede_gets_an_empty_list_of_another_circle(db, cast, meeting):
    view = meeting_list(db, cast.frede, circle_id=cast.circle.id)
    assert (view.ahead, view.earlier, view.can_plan) == ([], [], False)


def test_inger_who_has_left_gets_an_empty_list(db, cast, meeting):
    end_membership(db, cast.inger)
    assert meeting_list(db, cast.inger, circle_id=cast.circle.id).ahead == []


@pytest.mark.parametrize(
    ("name", "may"), [("mette", True), ("sanne", True), ("inger", False), ("karl", False)]
)
def test_only_those_who_may_call_a_meeting_are_offered_it(db, cast, name, may):
    assert meeting_list(db, getattr(cast, name), circle_id=cast.circle.id).can_plan is may


def test_no_circle_is_not_found(db, cast):
    with pytest.raises(NotFound):
        meeting_list(db, cast.otto, circle_id=None)


def test_the_list_ends_at_fifty(db, cast, plan, november):
    for _n in range(51):
        plan(day="2026-11-21")
    november.shift(timedelta(days=5))
    view = meeting_list(db, cast.mette, circle_id=cast.circle.id)
    assert len(view.earlier) == 50
    assert view.more_note == "De seneste 50 møder vises."


def test_a_card_says_whether_the_person_is_invited_and_in_which_circle(db, cast, plan):
    plan(cast.peter, day="2026-11-22", people=ids(cast.mette))
    plan(day="2026-11-25")

    def days(person):
        ahead = meetings_ahead(db, person)
        assert {card.circle_id for card in ahead} <= {str(cast.circle.id)}
        return [card.day_number for card in ahead if card.is_invited]

    assert days(cast.sanne) == ["25"]
    assert days(cast.mette) == ["22", "25"]
    assert days(cast.jens) == []


def test_those_never_answered_ask_and_those_moved_since(db, cast, meeting):
    assert asks(db, cast.inger) == [str(meeting.id)]
    answer_meeting(db, cast.inger, meeting_id=meeting.id, sequence=0, answer="coming")
    assert asks(db, cast.inger) == []
    change_meeting(db, cast.sanne, meeting_id=meeting.id, sequence=0, **MOVED)
    assert asks(db, cast.inger) == [str(meeting.id)]


def asks(db, person):
    return [card.meeting_id for card in meetings_ahead(db, person) if question_of(card)]


def test_sannes_own_does_not_ask_her(db, cast, meeting):
    assert asks(db, cast.sanne) == []


def test_sanne_has_all_meetings_ahead_in_her_circles_and_frede_none_of_them(db, cast, plan):
    plan(cast.peter, people=ids(cast.mette))
    plan()
    assert [c.circle_name for c in meetings_ahead(db, cast.sanne)] == [
        "Kredsen om Emil og Freja"
    ] * 2
    assert meetings_ahead(db, cast.frede) == []


def test_two_meetings_at_once_are_allowed_with_a_warning(db, cast, meeting, plan):
    plan(kind="status", start="14:30", end="16:00", people=ids(cast.mette))
    view = meeting_page(db, cast.mette, meeting_id=meeting.id)
    assert view.overlap == "Du har et andet møde på samme tid: Statusmøde kl. 14.30–16.00."
    assert meeting_page(db, cast.inger, meeting_id=meeting.id).overlap == ""


def test_one_meeting_after_the_other_is_no_overlap(db, cast, meeting, plan):
    plan(start="15:00", end="16:00")
    assert meeting_page(db, cast.sanne, meeting_id=meeting.id).overlap == ""


@pytest.mark.parametrize(
    ("query", "asks_for", "budget"),
    [
        (meeting_page, ["meeting_id"], 15),
        (meeting_list, ["circle_id"], 2),
        (meetings_ahead, [], 1),
    ],
)
def test_the_number_of_statements_does_not_grow(db, cast, plan, query, asks_for, budget):  # noqa: PLR0917
    meeting = plan(points="\n".join(f"Punkt {n}" for n in range(20)))
    everybody = (cast.karl, cast.freja, cast.jens, cast.peter)
    invite_to_meeting(db, cast.sanne, meeting_id=meeting.id, people=ids(*everybody))
    offers(db, cast.sanne, meeting)
    for person in (cast.mette, cast.anders, *everybody):
        marks(db, person, meeting, 0)
    for _n in range(20):
        plan()
    which = {"meeting_id": meeting.id, "circle_id": meeting.circle_id}
    db.flush()
    db.expire_all()
    actor = cast.sanne
    assert [place.circle.name for place in actor.active_memberships]  # the gate has
    with counted(db) as statements:
        query(db, actor, **{name: which[name] for name in asks_for})
    assert len(statements) <= budget
