"""What a meeting decides about a goal, and what that does to the goal."""

from functools import partial

import pytest
from sqlalchemy import func, select

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import (
    agree_to_goal,
    change_audience,
    end_goal,
    pause_goal,
    propose_change,
)
from herning_pwa.goals.models import Achievement, Audience, GoalOutcome, Lifecycle, WordingState
from herning_pwa.meetings.queries.own_decisions import own_decisions
from tests.agreed import agreed_goal, proposed_goal
from tests.followup.acts import called, choose_step, decide, present
from tests.goals.making import TITLE, agreed


@pytest.fixture
def sanne_decides(db, cast, meeting, goal):
    return partial(decide, db, cast.sanne, meeting, goal)


def rows(db):
    return db.scalar(select(func.count()).select_from(GoalOutcome))


@pytest.mark.parametrize("name", ["sanne", "peter"])
def test_professionals_at_the_meeting_decide(db, cast, meeting, goal, name):
    decide(db, getattr(cast, name), meeting, goal, "continue", words="Tre dage er godt.")
    outcome = present(db, goal)
    assert (outcome.kind, outcome.words, outcome.by) == (
        "continue",
        "Tre dage er godt.",
        getattr(cast, name),
    )


@pytest.mark.parametrize("name", ["mette", "anders", "inger"])
def test_the_family_does_not_hold_the_pen(db, cast, meeting, goal, name):
    with pytest.raises(NotAllowed):
        decide(db, getattr(cast, name), meeting, goal, "continue")


@pytest.mark.parametrize("name", ["jens", "karl", "freja", "frede", "birgit"])
def test_others_cannot_even_find_the_meeting(db, cast, meeting, goal, name):
    with pytest.raises(NotFound):
        decide(db, getattr(cast, name), meeting, goal, "continue")


def test_what_was_written_for_few_is_not_opened_to_more(db, cast, meeting, travel):
    few = agreed_goal(db, cast.circle, cast.mette, "Kun de voksne", audience=Audience.PARENTS)
    decide(db, cast.peter, meeting, few, "continue", words="Ikke til Inger.")
    with pytest.raises(Invalid, match="Peter"):
        change_audience(db, cast.mette, goal_id=few.id, audience="circle")


def test_a_parent_who_called_the_meeting_does_not_decide_there(db, cast, goal, travel):
    meeting = called(db, cast.mette, cast.anders, cast.sanne)
    with pytest.raises(NotAllowed):
        decide(db, cast.mette, meeting, goal, "end", words="Nok nu.")


@pytest.mark.parametrize(
    ("kind", "lifecycle"),
    [
        ("continue", Lifecycle.ACTIVE),
        ("reached", Lifecycle.COMPLETED),
        ("pause", Lifecycle.ON_HOLD),
        ("end", Lifecycle.CANCELLED),
    ],
)
def test_the_goal_follows(sanne_decides, goal, kind, lifecycle):
    sanne_decides(kind, words="Sådan blev vi enige.")
    assert goal.lifecycle is lifecycle


def test_other_words_are_proposed_and_the_old_ones_stay_in_force(db, cast, meeting):
    goal = agreed(db, cast)
    decide(
        db, cast.sanne, meeting, goal, "adjust", words="Fire dage nu.", title="Emil møder fire dage"
    )
    assert goal.open_wording.title == "Emil møder fire dage"
    assert goal.open_wording.comment == "Fire dage nu."
    assert goal.current_wording.title == TITLE


def test_the_same_words_are_no_change(db, cast, meeting):
    goal = agreed(db, cast)
    with pytest.raises(Invalid) as refused:
        decide(db, cast.sanne, meeting, goal, "adjust", title=goal.shown_wording.title)
    assert list(refused.value.fields) == ["title"]
    assert rows(db) == 0


@pytest.mark.parametrize("kind", ["pause", "end"])
def test_stopping_takes_a_reason(db, cast, meeting, goal, kind):
    with pytest.raises(Invalid) as refused:
        decide(db, cast.sanne, meeting, goal, kind, words="  ")
    assert list(refused.value.fields) == ["words"]
    assert goal.lifecycle is Lifecycle.ACTIVE


@pytest.mark.parametrize("kind", ["", None, 3, "done", ["continue"]])
def test_only_the_five_can_be_chosen(db, cast, meeting, goal, kind):
    with pytest.raises(Invalid) as refused:
        decide(db, cast.sanne, meeting, goal, kind)
    assert list(refused.value.fields) == ["kind"]


def test_two_taps_are_one_decision(db, cast, meeting, goal):
    for _tap in range(2):
        decide(db, cast.sanne, meeting, goal, "reached", words="Flot.", seen="")
    assert rows(db) == 1


def test_whoever_comes_second_is_told_what_both_said(db, cast, meeting, goal):
    decide(db, cast.sanne, meeting, goal, "continue", words="Vi holder fast.")
    with pytest.raises(Conflict) as refused:
        decide(db, cast.peter, meeting, goal, "pause", words="Han er træt.", seen="")
    assert "Sanne" in str(refused.value)
    assert "Vi holder fast." in str(refused.value)
    assert "Han er træt." in str(refused.value)
    assert goal.lifecycle is Lifecycle.ACTIVE


def test_of_two_new_wordings_none_is_lost_unsaid(db, cast, meeting):
    goal = agreed(db, cast)
    decide(db, cast.sanne, meeting, goal, "adjust", title="Sannes ord")
    with pytest.raises(Conflict) as refused:
        decide(db, cast.peter, meeting, goal, "adjust", title="Peters ord", seen="")
    assert "Sannes ord" in str(refused.value)
    assert "Peters ord" in str(refused.value)
    assert present(db, goal).wording.title == "Sannes ord"


def test_two_taps_are_one_new_wording(db, cast, meeting):
    goal = agreed(db, cast)
    for _tap in range(2):
        decide(db, cast.sanne, meeting, goal, "adjust", title=" Sannes  ord", seen="")
    assert rows(db) == 1


def test_having_seen_it_the_second_may_replace_it_and_both_stay(db, cast, meeting, goal):
    decide(db, cast.sanne, meeting, goal, "pause", words="Ferie.")
    decide(db, cast.peter, meeting, goal, "continue", words="Vi blev enige om at fortsætte.")
    assert rows(db) == 2
    assert present(db, goal).by == cast.peter
    assert goal.lifecycle is Lifecycle.ACTIVE


@pytest.mark.parametrize("kind", ["continue", "pause", "reached", "end"])
def test_words_suggested_by_mistake_do_not_wait_for_answers(db, cast, meeting, kind):
    goal = agreed(db, cast)
    decide(db, cast.sanne, meeting, goal, "adjust", title="En tastefejl")
    mistake = goal.open_wording
    decide(db, cast.peter, meeting, goal, kind, words="Ordene er gode nok.")
    assert goal.open_wording is None
    assert mistake.state is WordingState.WITHDRAWN


def test_a_typing_error_in_the_new_words_is_mended(db, cast, meeting):
    goal = agreed(db, cast)
    decide(db, cast.sanne, meeting, goal, "adjust", title="Emil møder frie dage")
    decide(db, cast.sanne, meeting, goal, "adjust", title="Emil møder fire dage")
    assert goal.open_wording.title == "Emil møder fire dage"
    assert present(db, goal).wording is goal.open_wording


def test_words_agreed_since_stay_in_force(db, cast, meeting):
    goal = agreed(db, cast)
    decide(db, cast.sanne, meeting, goal, "adjust", title="Emil møder fire dage")
    agree_to_goal(db, cast.mette, goal_id=goal.id, wording_id=goal.open_wording.id)
    decide(db, cast.peter, meeting, goal, "continue")
    assert goal.current_wording.title == "Emil møder fire dage"


@pytest.mark.parametrize("before", [Lifecycle.ACTIVE, Lifecycle.ACCEPTED, Lifecycle.ON_HOLD])
def test_an_end_by_mistake_is_taken_back(db, cast, meeting, goal, before):
    goal.lifecycle, goal.in_focus = before, before is Lifecycle.ACTIVE
    for mistake in ("reached", "end"):
        decide(db, cast.sanne, meeting, goal, mistake, words="Det var det forkerte mål.")
        assert goal.is_ended
    decide(db, cast.peter, meeting, goal, "pause", words="Ferie.")
    assert (goal.lifecycle, goal.ended_at, goal.ended_reason) == (Lifecycle.ON_HOLD, None, "")
    assert goal.achievement is not Achievement.ACHIEVED
    decide(db, cast.peter, meeting, goal, "continue")
    assert goal.lifecycle is (before if before is Lifecycle.ACCEPTED else Lifecycle.ACTIVE)
    assert goal.in_focus


def test_what_waited_for_answers_waits_again(db, cast, meeting):
    goal = agreed(db, cast)
    form = {**vars(goal.shown_wording.words), "title": "Mettes ord"}
    fields = {name: str(value or "") for name, value in form.items()}
    wording = goal.shown_wording.id
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=wording, fields=fields)
    decide(db, cast.sanne, meeting, goal, "end", words="Det var det forkerte mål.")
    assert goal.open_wording is None
    decide(db, cast.sanne, meeting, goal, "continue")
    assert goal.open_wording.title == "Mettes ord"


def test_a_pause_from_before_the_meeting_is_not_taken_back(db, cast, meeting):
    goal = agreed(db, cast)
    pause_goal(db, cast.mette, goal_id=goal.id, reason="Sommer.")
    decide(db, cast.sanne, meeting, goal, "pause", words="Vi venter.")
    decide(db, cast.sanne, meeting, goal, "adjust", title="Emil møder fire dage")
    assert goal.lifecycle is Lifecycle.ON_HOLD


def test_a_goal_that_ended_meanwhile_is_refused_kindly(db, cast, meeting, goal):
    end_goal(db, cast.mette, goal_id=goal.id, reason="Vi er flyttet.")
    with pytest.raises(Conflict, match="stoppet i mellemtiden"):
        decide(db, cast.sanne, meeting, goal, "continue")


def test_a_proposal_is_answered_first(db, cast, meeting):
    with pytest.raises(Conflict, match="forslaget"):
        decide(db, cast.sanne, meeting, proposed_goal(db, cast.circle, cast.mette), "continue")


def test_a_goal_of_another_circle_is_not_there(db, cast, meeting):
    other = agreed_goal(db, cast.other_circle, cast.fatima)
    with pytest.raises(NotFound):
        decide(db, cast.sanne, meeting, other, "continue")


def test_peter_cannot_decide_on_freja_s_private_goal(db, cast, meeting):
    private = agreed_goal(db, cast.circle, cast.freja, audience=Audience.CHILD)
    with pytest.raises(NotFound):
        decide(db, cast.peter, meeting, private, "continue")


@pytest.mark.parametrize("hours", [-3, 24 * 8 + 1])
def test_too_early_and_too_late_are_said(db, sanne_decides, travel, hours):
    travel.shift(hours * 3600)
    with pytest.raises(Conflict):
        sanne_decides("continue")
    assert rows(db) == 0


@pytest.mark.parametrize("hours", [-1, 3, 24 * 6])
def test_from_two_hours_before_until_a_week_after(db, sanne_decides, travel, hours):
    travel.shift(hours * 3600)
    sanne_decides("continue")
    assert rows(db) == 1


def test_what_sanne_decided_is_among_her_own_words(db, cast, meeting, goal):
    decide(db, cast.sanne, meeting, goal, "continue", words="Vi holder fast.")
    choose_step(db, cast.sanne, meeting, 2, "Mere støtte hjemme.")
    texts = [text for word in own_decisions(db, cast.sanne) for _part, text in word.parts]
    assert {"Vi holder fast.", "Mere støtte hjemme."} <= set(texts)
    assert own_decisions(db, cast.peter) == []
