"""What the professional who holds the meeting sees, one stop at a time."""

from datetime import timedelta
from uuid import uuid4

import pytest

from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.followup.commands import agree_step
from herning_pwa.followup.queries.day import day_page
from herning_pwa.followup.queries.day_goal import DayGoal
from herning_pwa.followup.queries.stops import END, LADDER, LAST, NEXT, RULER
from herning_pwa.goals.commands import end_goal, share_with_parent
from herning_pwa.goals.models import Audience
from herning_pwa.meetings.commands import add_point
from herning_pwa.meetings.queries import meeting_page, summary_page
from herning_pwa.meetings.queries.decided import paragraphs
from herning_pwa.progress.commands import record_progress
from tests import full_meeting as full
from tests.agreed import agreed_goal, step_for
from tests.counting import statements_of
from tests.followup.acts import MORNING, START, called, choose_step, decide, end, next_date
from tests.goals.making import agreed


def stop(db, reader, meeting, at="", **more):
    return day_page(db, reader, meeting_id=meeting.id, at=at, **more)


def labels(view):
    return [one.label for one in view.stops]


def test_the_agenda_and_then_what_every_meeting_ends_with(db, cast, meeting, goal):
    view = stop(db, cast.sanne, meeting)
    assert labels(view)[0] == "Emil møder til tiden"
    assert [one.key for one in view.stops[1:]] == [RULER, LADDER, NEXT, END]
    assert view.place_line == "Punkt 1 af 5"
    assert (view.before_href, view.next_href) == ("", view.stops[1].href)


@pytest.mark.parametrize("name", ["mette", "inger"])
def test_the_family_does_not_open_it(db, cast, meeting, name):
    with pytest.raises(NotAllowed):
        stop(db, getattr(cast, name), meeting)


@pytest.mark.parametrize("name", ["jens", "karl", "frede", "birgit"])
def test_to_others_it_is_not_there(db, cast, meeting, name):
    with pytest.raises(NotFound):
        stop(db, getattr(cast, name), meeting)


@pytest.mark.usefixtures("goal")
def test_on_other_days_it_says_kindly_why_not(db, cast, meeting, travel):
    for days, words in ((-1, "12.05"), (9, "over en uge siden")):
        travel.move_to(START + timedelta(days=days))
        view = stop(db, cast.sanne, meeting)
        assert words in view.not_now_line
        assert (view.stops, view.item.text, view.goal.title) == ([], "", "")


def test_words_to_a_goal_that_goes_on_are_for_those_at_the_meeting(db, cast, meeting, goal):
    seen = stop(db, cast.sanne, meeting).goal
    assert seen.sight.line == "Kan ses af Mette, Anders, Freja, Inger, Jens og Peter."
    assert seen.sight_going_on.line == (
        "Fortsætter målet, kan kun Mette, Anders, Inger og Peter læse dine ord."
    )
    assert "Jens, træner" in seen.sight_going_on.cannot


def test_it_is_said_once_when_they_are_the_same(db, cast, travel):
    goal = agreed_goal(db, cast.circle, cast.mette, audience=Audience.PARENTS)
    meeting = called(db, cast.sanne, cast.mette, cast.anders, cast.peter)
    travel.move_to(START)
    seen = stop(db, cast.sanne, meeting).goal
    assert (seen.goal_id, seen.sight_going_on.line) == (str(goal.id), "")


def test_everybody_is_called_by_name_at_the_table(db, cast, meeting, goal):
    for person, rating in ((cast.sanne, 3), (cast.inger, 7)):
        record_progress(
            db, person, goal_id=goal.id, client_key=str(uuid4()), rating=rating, note="Sådan."
        )
    view = stop(db, cast.sanne, meeting)
    assert {(v.name, v.rating, v.said) for v in view.goal.voices} == {
        ("Sanne", "3", "Sådan."),
        ("Inger", "7", "Sådan."),
    }
    assert [line.text for line in view.item.lines] == ["Inger 7 · Sanne 3"]


def test_what_freja_keeps_for_sanne_is_never_on_the_table(db, cast, goal, travel):
    meeting = called(db, cast.sanne, cast.mette, cast.freja)
    travel.move_to(START)
    record_progress(
        db,
        cast.freja,
        goal_id=goal.id,
        client_key=str(uuid4()),
        rating=1,
        note="Kun til Sanne",
        kept_for="responsible",
    )
    assert "Kun til Sanne" not in repr(stop(db, cast.sanne, meeting))


def test_a_goal_that_inger_may_not_see_is_covered_while_she_is_there(db, cast, meeting, goal):
    hidden = agreed_goal(db, cast.circle, cast.mette, "Kun de voksne", audience=Audience.PARENTS)
    assert labels(stop(db, cast.sanne, meeting))[:2] == ["Emil møder til tiden", "Mere at tale om"]
    view = stop(db, cast.sanne, meeting, f"goal-{hidden.id}")
    assert view.covered_line
    assert "Kun de voksne" not in repr(view)
    assert "Inger" not in repr(view)
    shown = stop(db, cast.sanne, meeting, f"goal-{hidden.id}", uncovered=True)
    assert shown.goal.title == "Kun de voksne"
    assert "Inger" in shown.not_for_line


def test_a_step_is_agreed_at_the_point_when_everybody_there_sees_its_goal(db, cast, meeting, goal):
    hidden = agreed_goal(db, cast.circle, cast.mette, "Kun de voksne", audience=Audience.PARENTS)
    step_for(db, goal, cast.anders, "Ringe til skolen")
    for about in (goal, hidden):
        text = f"Om {about.shown_wording.title}"
        add_point(db, cast.mette, meeting_id=meeting.id, text=text, goal_id=str(about.id))
    keys = {one.label: one.key for one in stop(db, cast.sanne, meeting).stops}
    view = stop(db, cast.sanne, meeting, keys["Om Emil møder til tiden"])
    assert (view.goal.goal_id, view.goal.can_add_step) == (str(goal.id), True)
    assert [one.title for one in view.goal.steps] == ["Ringe til skolen"]
    assert str(cast.anders.id) in [one.value for one in view.goal.step_owners]
    closed = stop(db, cast.sanne, meeting, keys["Om Kun de voksne"])
    assert (closed.goal, closed.item.goal_title) == (DayGoal(), "")


@pytest.fixture
def with_karl(db, cast, goal, travel):
    """A meeting with Karl alone, who may read the goal, and not who is around it."""
    for place in cast.karl.memberships:
        place.started_at = MORNING
    share_with_parent(db, cast.sanne, goal_id=goal.id, person_id=cast.karl.id, reason="Skolen.")
    meeting = called(db, cast.sanne, cast.karl, cast.peter)
    travel.move_to(START)
    return meeting


def test_who_says_what_is_covered_while_a_parent_without_custody_is_there(
    db, cast, goal, with_karl
):
    record_progress(
        db, cast.inger, goal_id=goal.id, client_key=str(uuid4()), rating=2, note="Kun os"
    )
    view = stop(db, cast.sanne, with_karl, f"goal-{goal.id}")
    assert view.covered_line
    assert "Inger" not in repr(view)
    assert "Kun os" not in repr(view)


def test_nobody_he_may_not_know_stands_in_karls_summary_or_on_his_page(db, cast, goal, with_karl):
    form = {"title": "Ringe til skolen", "person_id": str(cast.inger.id), "due_on": "2026-12-01"}
    agree_step(db, cast.sanne, meeting_id=with_karl.id, goal_id=goal.id, **form)
    decide(db, cast.peter, with_karl, goal, "continue", words="Inger hjælper.")
    end(db, cast.sanne, with_karl)
    assert "Inger" not in summary_page(db, cast.sanne, meeting_id=with_karl.id).draft.text
    told = meeting_page(db, cast.karl, meeting_id=with_karl.id).decided
    assert told.goals[0].decision == "Fortsætter"
    assert "Inger" not in repr(told)


def test_the_ladder_and_the_ruler_are_covered_while_the_network_is_there(db, cast, meeting):
    choose_step(db, cast.sanne, meeting, 3, "Ro på.")
    for at in (LADDER, RULER):
        view = stop(db, cast.sanne, meeting, at)
        assert view.covered_line
        assert not view.ladder.options
        assert not view.ruler.children
    assert stop(db, cast.sanne, meeting, LADDER, uncovered=True).ladder.reason == "Ro på."


def test_a_reached_goal_stays_on_the_way_with_its_outcome(db, cast, meeting, goal):
    decide(db, cast.peter, meeting, goal, "reached", words="Flot.")
    view = stop(db, cast.sanne, meeting)
    assert view.here.is_done
    assert (view.goal.outcome.word, view.goal.outcome.words) == ("Nået", "Flot.")
    assert [one.is_chosen for one in view.goal.choices].count(True) == 1


def test_a_goal_that_ended_elsewhere_is_not_decided_about(db, cast, meeting, goal):
    decide(db, cast.peter, meeting, goal, "continue")
    end_goal(db, cast.mette, goal_id=goal.id, reason="Vi er flyttet.")
    assert stop(db, cast.sanne, meeting).goal.choices == []


def test_the_new_words_can_be_written_again_and_nobody_elses(db, cast, meeting):
    goal = agreed(db, cast)
    decide(db, cast.peter, meeting, goal, "adjust", title="Emil møder fire dage")
    view = stop(db, cast.sanne, meeting, f"goal-{goal.id}").goal
    assert view.outcome.suggestion == "Forslag: “Emil møder fire dage”"
    assert view.new_title == "Emil møder fire dage"
    assert "adjust" in [one.value for one in view.choices]
    later = called(db, cast.sanne, cast.mette, start="15:30", end="16:00")
    other = stop(db, cast.sanne, later, f"goal-{goal.id}").goal
    assert "adjust" not in [one.value for one in other.choices]


def test_how_it_ends_holds_only_what_everybody_there_may_see(db, cast, meeting, goal):
    hidden = agreed_goal(db, cast.circle, cast.mette, "Kun de voksne", audience=Audience.PARENTS)
    for one in (goal, hidden):
        decide(db, cast.sanne, meeting, one, "continue", words="Vi holder fast.")
    form = {"title": "Ringe til skolen", "person_id": str(cast.anders.id), "due_on": "2026-12-01"}
    agree_step(db, cast.sanne, meeting_id=meeting.id, goal_id=goal.id, **form)
    choose_step(db, cast.sanne, meeting, 3)
    next_date(db, cast.sanne, meeting)
    view = stop(db, cast.sanne, meeting, END)
    assert paragraphs(view.decided) == [
        "Emil møder til tiden: Fortsætter. Vi holder fast.",
        "Ringe til skolen: Anders · Senest 1. december.",
        "Vi mødes igen tirsdag den 5. januar 2027 kl. 14.05–15.00.",
    ]


def test_the_new_words_stand_in_the_summary_and_on_the_meetings_page(db, cast, meeting):
    goal = agreed(db, cast)
    new = {"title": "Emil møder fire dage", "words": "Tre går godt."}
    decide(db, cast.sanne, meeting, goal, "adjust", **new)
    [told] = paragraphs(stop(db, cast.sanne, meeting, END).decided)
    assert told.endswith("Nye ord er foreslået. Forslag: “Emil møder fire dage”. Tre går godt.")
    [line] = meeting_page(db, cast.inger, meeting_id=meeting.id).decided.goals
    assert line.suggestion == "Forslag: “Emil møder fire dage”"


def test_the_next_date_is_proposed_in_the_circles_rhythm(db, cast, meeting):
    view = stop(db, cast.sanne, meeting, NEXT)
    assert (view.coming.day, view.coming.start) == ("2027-01-05", "14:05")


def test_an_address_that_names_nothing_shows_the_first(db, cast, meeting, goal):
    assert stop(db, cast.sanne, meeting, "goal-x").here.key == f"goal-{goal.id}"


def test_two_devices_ask_for_the_same_form_only_for_their_own(db, cast, meeting):
    keys = {stop(db, who, meeting, NEXT).coming.form_key for who in (cast.sanne, cast.peter)}
    assert len(keys) == 2


def test_ending_is_told_to_both(db, cast, meeting):
    assert stop(db, cast.sanne, meeting, END).agree_first_href
    end(db, cast.peter, meeting)
    view = stop(db, cast.sanne, meeting, END)
    assert (view.is_ended, view.agree_first_href) == (True, "")


@pytest.mark.usefixtures("travel")
def test_statements_do_not_grow_with_goals(db, cast):
    meeting = full.called(db, cast)
    first = full.talk_about(db, cast, meeting, goals=2, entries=6)
    full.begin(db, cast, meeting)
    full.decide_on(db, cast, meeting, first)
    few = _asked_at_each_stop(db, cast, meeting)
    more = full.talk_about(db, cast, meeting, goals=4, entries=12)
    full.decide_on(db, cast, meeting, more)
    many = _asked_at_each_stop(db, cast, meeting)
    assert {at: len(said) for at, said in few.items()} == {
        at: len(said) for at, said in many.items()
    }
    for said in many.values():
        assert len(set(said)) == len(said) <= full.AT_MOST


def _asked_at_each_stop(db, cast, meeting):
    """The statements of each kind of stop."""
    found = {}
    for one in stop(db, cast.sanne, meeting).stops:
        if one.kind not in found:
            asked = {"meeting_id": meeting.id, "at": one.key, "uncovered": True}
            found[one.kind] = statements_of(db, day_page, cast.sanne, **asked)
    assert set(found) == {"goal", "point", *LAST}
    return found
