"""The agenda builds itself out of the goals; the organiser puts it in order."""

from datetime import timedelta
from uuid import uuid4

import pytest

from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.commands import end_goal, propose_change
from herning_pwa.goals.models import Audience
from herning_pwa.i18n import today
from herning_pwa.meetings.commands import add_point, leave_out, move_down, move_up, take_in
from herning_pwa.meetings.queries import meeting_page
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal, proposed_goal, step_for
from tests.goals.making import agreed, other_words


@pytest.fixture(autouse=True)
def last_time(plan, november):
    """The goals were taken up four weeks ago."""
    november.shift(-timedelta(days=32))
    plan(day="2026-10-27")
    november.shift(timedelta(days=32))


def says(db, person, goal, rating, days_ago=1, **more):
    day = (today() - timedelta(days=days_ago)).isoformat()
    key = str(uuid4())
    record_progress(
        db, person, goal_id=goal.id, client_key=key, rating=str(rating), happened_on=day, **more
    )


def agenda(db, reader, meeting):
    return meeting_page(db, reader, meeting_id=meeting.id).agenda


def told(db, reader, meeting):
    """What the agenda says of each goal, in its order."""
    return {
        item.text: [f"{line.label}: {line.text}" for line in item.lines]
        for item in agenda(db, reader, meeting)
        if item.kind == "goal"
    }


def order(db, reader, meeting):
    return [item.text for item in agenda(db, reader, meeting)]


def test_movement_since_last_time_is_told_in_each_persons_own_numbers(db, cast, meeting):
    goal = agreed_goal(db, cast.circle, cast.mette, "Ro om morgenen")
    says(db, cast.mette, goal, 3, days_ago=29)
    says(db, cast.inger, goal, 6, days_ago=29)
    says(db, cast.mette, goal, 5)
    says(db, cast.inger, goal, 7)
    assert told(db, cast.mette, meeting) == {
        "Ro om morgenen": ["Siden sidst: Du fra 3 til 5 · Inger fra 6 til 7"]
    }


def test_a_spread_of_three_is_a_point_and_two_is_none(db, cast, meeting):
    near = agreed_goal(db, cast.circle, cast.mette, "Enige")
    far = agreed_goal(db, cast.circle, cast.mette, "Uenige")
    for goal, rating in ((near, 4), (far, 3)):
        says(db, cast.mette, goal, 6)
        says(db, cast.sanne, goal, rating)
    assert told(db, cast.mette, meeting) == {"Uenige": ["I ser det forskelligt: Du 6 · Sanne 3"]}


def test_what_is_kept_for_sanne_never_counts(db, cast, plan):
    meeting = plan(people=[str(cast.mette.id), str(cast.freja.id)])
    goal = agreed_goal(db, cast.circle, cast.mette, "Lektier")
    says(db, cast.mette, goal, 8)
    says(db, cast.freja, goal, 1, kept_for="responsible")
    for reader in (cast.sanne, cast.mette, cast.freja):
        assert told(db, reader, meeting) == {}


def test_proposals_late_steps_and_what_is_done(db, cast, meeting):
    proposed_goal(db, cast.circle, cast.mette, "Et forslag")
    goal = agreed_goal(db, cast.circle, cast.mette, "Aftensmad")
    late = today() - timedelta(days=3)
    step_for(db, goal, cast.anders, "Skrive madplan", due_on=late)
    done = step_for(db, goal, cast.inger, "Købe ind")
    done.do(cast.inger)
    assert told(db, cast.anders, meeting) == {
        "Aftensmad": [
            "Klaret: Købe ind · Inger",
            "Et delmål at tale om: Skrive madplan · du · Skulle være klar 17. november",
        ],
        "Et forslag": ["Venter på svar: Mette har foreslået det"],
    }


def test_other_words_for_a_goal_in_force_wait_on_it(db, cast, meeting):
    goal = agreed(db, cast)
    words = goal.current_wording.id
    propose_change(db, cast.mette, goal_id=goal.id, wording_id=words, fields=other_words())
    [lines] = told(db, cast.inger, meeting).values()
    assert any("to dage om ugen" in line for line in lines)


@pytest.mark.parametrize(
    ("audience", "sees"),
    [(Audience.CIRCLE, {"mette", "inger", "sanne"}), (Audience.PARENTS, {"mette", "sanne"})],
)
def test_each_reads_only_of_goals_they_see(db, cast, meeting, audience, sees):
    goal = agreed_goal(db, cast.circle, cast.mette, "Et mål", audience=audience)
    says(db, cast.mette, goal, 9)
    says(db, cast.sanne, goal, 2)
    found = {n for n in ("mette", "inger", "sanne") if told(db, getattr(cast, n), meeting)}
    assert found == sees


def test_a_childs_private_goal_is_never_taken_up_at_a_table(db, cast, plan):
    meeting = plan(kind="follow_up", people=[str(cast.freja.id)])
    agreed_goal(db, cast.circle, cast.freja, "Min egen", audience=Audience.CHILD)
    assert told(db, cast.freja, meeting) == told(db, cast.sanne, meeting) == {}


def test_at_a_follow_up_every_goal_is_taken_up_and_at_a_talk_none(db, cast, plan):
    agreed_goal(db, cast.circle, cast.mette, "Stille mål")
    assert list(told(db, cast.mette, plan(kind="follow_up"))) == ["Stille mål"]
    assert told(db, cast.mette, plan(kind="talk")) == {}


def test_an_ended_goal_leaves_the_agenda(db, cast, meeting):
    goal = agreed_goal(db, cast.circle, cast.mette, "Slut", in_focus=True)
    assert list(told(db, cast.mette, meeting)) == ["Slut"]
    end_goal(db, cast.mette, goal_id=goal.id, reason="Nok.")
    assert told(db, cast.mette, meeting) == {}


def test_a_meeting_behind_another_waits_with_its_agenda(db, cast, meeting, plan):
    agreed_goal(db, cast.circle, cast.mette, "Mål", in_focus=True)
    later = plan(day="2026-12-15")
    assert told(db, cast.mette, meeting)
    assert told(db, cast.mette, later) == {}


@pytest.fixture
def three(db, cast, meeting):
    """Strengths first, what people added next, then differences."""
    strong = agreed_goal(db, cast.circle, cast.mette, "Det går fremad")
    says(db, cast.mette, strong, 3, days_ago=29)
    says(db, cast.mette, strong, 6)
    apart = agreed_goal(db, cast.circle, cast.mette, "Uenige")
    says(db, cast.mette, apart, 9)
    says(db, cast.sanne, apart, 2)
    add_point(db, cast.inger, meeting_id=meeting.id, text="Torsdage")
    return {item.text: item.key for item in agenda(db, cast.sanne, meeting)}


def test_strengths_come_first(db, cast, meeting, three):
    assert order(db, cast.mette, meeting) == ["Det går fremad", "Torsdage", "Uenige"]


def test_the_organisers_order_is_everybodys(db, cast, meeting, three):
    move_up(db, cast.sanne, meeting_id=meeting.id, key=three["Uenige"])
    move_down(db, cast.sanne, meeting_id=meeting.id, key=three["Det går fremad"])
    assert order(db, cast.inger, meeting) == ["Uenige", "Det går fremad", "Torsdage"]


def test_the_first_cannot_come_earlier_nor_the_last_later(db, cast, meeting, three):
    move_up(db, cast.sanne, meeting_id=meeting.id, key=three["Det går fremad"])
    move_down(db, cast.sanne, meeting_id=meeting.id, key=three["Uenige"])
    assert order(db, cast.sanne, meeting) == list(three)


def test_a_goal_is_left_out_and_taken_in_again(db, cast, meeting, three):
    leave_out(db, cast.sanne, meeting_id=meeting.id, key=three["Det går fremad"])
    seen = agenda(db, cast.mette, meeting)
    assert [(i.text, i.is_off) for i in seen] == [
        ("Torsdage", False),
        ("Uenige", False),
        ("Det går fremad", True),
    ]
    take_in(db, cast.sanne, meeting_id=meeting.id, key=three["Det går fremad"])
    assert not any(item.is_off for item in agenda(db, cast.mette, meeting))


def test_nobody_takes_off_what_another_has_added(db, cast, meeting, three):
    with pytest.raises(Invalid, match="skrevet punktet"):
        leave_out(db, cast.sanne, meeting_id=meeting.id, key=three["Torsdage"])


@pytest.mark.parametrize("name", ["mette", "inger"])
def test_others_do_not_order_it(db, cast, meeting, three, name):
    assert not any(item.can_order for item in agenda(db, getattr(cast, name), meeting))
    with pytest.raises(NotAllowed):
        move_up(db, getattr(cast, name), meeting_id=meeting.id, key=three["Uenige"])


@pytest.mark.parametrize("key", ["goal-x", "", None, 7, ["a"]])
def test_what_is_not_on_it_cannot_be_moved(db, cast, meeting, key):
    with pytest.raises(NotFound):
        move_up(db, cast.sanne, meeting_id=meeting.id, key=key)
