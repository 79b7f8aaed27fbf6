"""Today: for each person what comes next, what waits, how it goes; and nothing of others'."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.circles.commands import invite
from herning_pwa.goals.commands import mark_step_done
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.home.queries import TodayView, today_page
from herning_pwa.i18n import COPENHAGEN, today
from herning_pwa.meetings.commands import answer_meeting, mark_times, offer_times
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress, withdraw_progress
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import TITLE, agreed_goal, proposed_goal, step_for
from tests.cast import Cast
from tests.counting import counted
from tests.meeting_plans import meeting_called_by

CANARY = "kanariefugl"


def today_of(db: Session, cast: Cast, name: str) -> TodayView:
    return today_page(db, cast.people[name], circle_id=cast.circle.id)


def say(db: Session, who: Person, goal: Goal, rating: int | None, note: str = "") -> ProgressEntry:
    return record_progress(db, who, goal_id=goal.id, client_key=uuid4(), rating=rating, note=note)


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (3, "Hej, Mette"),
        (7, "Godmorgen, Mette"),
        (11, "God formiddag, Mette"),
        (14, "God eftermiddag, Mette"),
        (20, "Godaften, Mette"),
    ],
)
def test_the_greeting_follows_the_day(db: Session, cast: Cast, hour: int, words: str) -> None:
    with time_machine.travel(datetime(2026, 11, 24, hour, 30, tzinfo=COPENHAGEN), tick=False):
        assert today_of(db, cast, "mette").greeting == words


def test_the_next_meeting_is_there_with_its_question(db: Session, cast: Cast) -> None:
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    later = today() + timedelta(days=9)
    meeting_called_by(db, cast.sanne, cast.circle, cast.mette, day=later)
    view = today_of(db, cast, "mette")
    assert view.has_meeting
    assert view.meeting.meeting_id == str(meeting.id)
    assert view.meeting.awaits_answer
    assert view.meeting_is_next
    assert [thing.href for thing in view.waiting] != [view.meeting.href]


def test_an_answered_meeting_asks_no_more(db: Session, cast: Cast) -> None:
    far = today() + timedelta(days=30)
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, day=far)
    answer_meeting(
        db, cast.mette, meeting_id=meeting.id, sequence=meeting.sequence, answer="coming"
    )
    view = today_of(db, cast, "mette")
    assert view.meeting.answer == "coming"
    assert not view.meeting_is_next
    assert view.waiting == []


def test_other_times_ask_before_the_meeting_itself_does(db: Session, cast: Cast) -> None:
    meeting = meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    later = today() + timedelta(days=9)
    second = meeting_called_by(db, cast.sanne, cast.circle, cast.mette, day=later)
    for each in (meeting, second):
        times = [((today() + timedelta(days=20)).isoformat(), "10:00", "11:00")]
        offer_times(db, cast.sanne, meeting_id=each.id, sequence=0, times=times)
    view = today_of(db, cast, "mette")
    assert (view.meeting.awaits_marks, view.meeting_is_next) == (True, True)
    assert [thing.ask for thing in view.waiting] == ["Netværksmøde: Hvilke tider passer dig?"]
    shown = str(second.open_offers[0].id)
    mark_times(db, cast.mette, meeting_id=second.id, shown=shown, suits=[])
    [thing] = today_of(db, cast, "mette").waiting
    assert thing.ask == "Netværksmøde: Kommer du?"


def test_inger_sees_no_meeting_she_is_not_asked_to(db: Session, cast: Cast) -> None:
    meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    assert not today_of(db, cast, "inger").has_meeting


def test_what_waits_is_in_order_and_the_first_is_next(db: Session, cast: Cast) -> None:
    proposed_goal(db, cast.circle, cast.sanne, "Senere", due_on=today() + timedelta(days=6))
    proposed_goal(db, cast.circle, cast.sanne, "Snart", due_on=today() + timedelta(days=2))
    proposed_goal(db, cast.circle, cast.sanne, "For sent", due_on=today() - timedelta(days=1))
    meeting_called_by(db, cast.sanne, cast.circle, cast.mette)
    view = today_of(db, cast, "mette")
    assert [thing.words for thing in view.waiting] == ["For sent", "Snart", "Senere"]
    assert [thing.is_next for thing in view.waiting] == [True, False, False]
    assert view.waiting[0].is_late
    assert not view.meeting_is_next
    assert view.waiting_heading == "Venter på dig (3)"


def test_words_in_force_that_anders_has_not_answered_come_last(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, "Aftalt", agreed_by=[cast.mette, cast.sanne])
    assert goal.current_wording
    goal.current_wording.answer_due_on = today() - timedelta(days=20)
    proposed_goal(db, cast.circle, cast.sanne, "Nyt")
    db.flush()
    waiting = today_of(db, cast, "anders").waiting
    assert [(thing.words, thing.is_late) for thing in waiting] == [
        ("Nyt", False),
        ("Aftalt", False),
    ]


def test_mettes_own_proposal_does_not_wait_for_her(db: Session, cast: Cast) -> None:
    proposed_goal(db, cast.circle, cast.mette)
    assert today_of(db, cast, "mette").waiting == []
    assert [thing.words for thing in today_of(db, cast, "anders").waiting] == [TITLE]


def test_the_proposer_sees_who_answers_and_by_when(db: Session, cast: Cast) -> None:
    proposed_goal(db, cast.circle, cast.mette, due_on=today() + timedelta(days=1))
    [mettes] = today_of(db, cast, "mette").under_way
    assert (mettes.words, mettes.note) == (TITLE, "Venter på Anders og Sanne")
    assert "i morgen" in mettes.due
    assert today_of(db, cast, "sanne").under_way == []


def test_a_guest_waits_for_mettes_yes(db: Session, cast: Cast) -> None:
    invite(
        db,
        cast.sanne,
        circle_id=cast.circle.id,
        place="network_member:teacher",
        name="Grethe",
        email="grethe@skole.example",
    )
    [asked] = today_of(db, cast, "mette").waiting
    assert "Grethe" in asked.ask
    assert asked.href == routes.CIRCLE
    assert today_of(db, cast, "inger").waiting == []


def test_the_goals_in_focus_show_each_voice_the_reader_first(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, in_focus=True)
    agreed_goal(db, cast.circle, cast.mette, "Uden for fokus")
    say(db, cast.sanne, goal, 4)
    say(db, cast.mette, goal, 0)
    view = today_of(db, cast, "mette")
    assert [card.title for card in view.focus] == [TITLE]
    voices = [(voice.name, voice.rating) for voice in view.focus[0].now.voices]
    assert voices == [("Du", "0"), ("Sanne", "4")]


def test_without_a_chosen_focus_the_first_goals_are_there(db: Session, cast: Cast) -> None:
    for n in range(5):
        agreed_goal(db, cast.circle, cast.mette, f"Mål {n}")
    assert len(today_of(db, cast, "mette").focus) == 3


def test_when_nothing_waits_the_silent_goal_is_next(db: Session, cast: Cast) -> None:
    first = agreed_goal(db, cast.circle, cast.mette, "Første", in_focus=True)
    agreed_goal(db, cast.circle, cast.mette, "Andet", in_focus=True)
    view = today_of(db, cast, "mette")
    assert [card.is_next for card in view.focus] == [True, False]
    assert view.calm.startswith("Der er ikke noget, der venter på dig.")
    say(db, cast.mette, first, 5)
    assert [card.is_next for card in today_of(db, cast, "mette").focus] == [False, True]


def test_two_taps_save_what_the_form_carries(db: Session, cast: Cast) -> None:
    agreed_goal(db, cast.circle, cast.mette, in_focus=True)
    form = today_of(db, cast, "mette").focus[0].now.form
    record_progress(db, cast.mette, goal_id=form.goal_id, client_key=form.key, rating="7")
    card = today_of(db, cast, "mette").focus[0]
    assert card.now.voices[0].rating == "7"
    assert card.now.form.key != form.key


def test_my_steps_are_mine_and_not_done(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    late = step_for(db, goal, cast.mette, "Ringe til skolen", due_on=today() - timedelta(days=1))
    step_for(db, goal, cast.mette, "Lægge tøj frem")
    step_for(db, goal, cast.sanne, "Skrive til læreren")
    view = today_of(db, cast, "mette")
    assert [step.title for step in view.steps] == ["Ringe til skolen", "Lægge tøj frem"]
    mark_step_done(db, cast.mette, step_id=late.id)
    assert [step.title for step in today_of(db, cast, "mette").steps] == ["Lægge tøj frem"]


def test_the_last_words_are_others_and_still_stand(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    say(db, cast.mette, goal, 9, "Mine egne ord")
    say(db, cast.inger, goal, 6, "Han gik selv")
    taken_back = say(db, cast.sanne, goal, 2, CANARY)
    withdraw_progress(db, cast.sanne, entry_id=taken_back.id)
    view = today_of(db, cast, "mette")
    assert [(entry.name, entry.note) for entry in view.written] == [("Inger", "Han gik selv")]
    assert CANARY not in repr(view)


def test_nothing_the_parents_keep_reaches_inger_freja_or_karl(db: Session, cast: Cast) -> None:
    goal = agreed_goal(
        db, cast.circle, cast.mette, CANARY, audience=Audience.PARENTS, in_focus=True
    )
    proposed_goal(db, cast.circle, cast.sanne, CANARY, audience=Audience.PARENTS)
    step_for(db, goal, cast.mette, CANARY)
    say(db, cast.mette, goal, 3, CANARY)
    assert CANARY in repr(today_of(db, cast, "anders"))
    for name in ("inger", "jens", "freja", "karl"):
        assert CANARY not in repr(today_of(db, cast, name)), name


def test_another_circle_is_not_mine_to_see(db: Session, cast: Cast) -> None:
    agreed_goal(db, cast.circle, cast.mette, CANARY, in_focus=True)
    for name in ("fatima", "frede", "birgit", "otto"):
        view = today_page(db, cast.people[name], circle_id=cast.circle.id)
        assert CANARY not in repr(view), name
        assert "ikke med i en kreds" in view.welcome.heading


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("mette", routes.NEW_GOAL),
        ("freja", routes.NEW_GOAL),
        ("inger", routes.NEW_GOAL),
        ("sanne", routes.NEW_GOAL),
        ("karl", ""),
    ],
)
def test_a_new_circle_welcomes_each_in_their_place(
    db: Session, cast: Cast, name: str, act: str
) -> None:
    view = today_of(db, cast, name)
    assert view.has_welcome
    assert view.welcome.heading
    assert view.welcome.href == act


@pytest.mark.parametrize("name", ["birgit", "otto"])
def test_a_person_in_no_circle_gets_a_kind_word(db: Session, cast: Cast, name: str) -> None:
    view = today_page(db, cast.people[name], circle_id=None)
    assert view.has_welcome
    assert view.greeting.endswith(cast.people[name].first_name)


def test_somebody_who_has_left_is_told_whom_to_call(db: Session, cast: Cast) -> None:
    place = cast.jens.membership_in(cast.circle.id)
    assert place is not None
    place.ended_at = clock.now()
    view = today_page(db, cast.jens, circle_id=None)
    assert "Ring" in view.welcome.text or "ring" in view.welcome.text


@pytest.mark.parametrize("count", [2, 20])
def test_it_takes_the_same_statements_however_much_there_is(
    db: Session, cast: Cast, count: int
) -> None:
    for n in range(count):
        goal = agreed_goal(db, cast.circle, cast.mette, f"Mål {n}", in_focus=n < 3)
        proposed_goal(db, cast.circle, cast.sanne, f"Forslag {n}")
        step_for(db, goal, cast.mette, "Ringe")
        say(db, cast.sanne, goal, n % 11, "Godt gået")
        meeting_called_by(db, cast.sanne, cast.circle, cast.mette, day=today() + timedelta(n + 1))
    db.expire_all()
    mette = db.get_one(Person, cast.mette.id)
    assert [place.circle.name for place in mette.active_memberships]
    with counted(db) as statements:
        today_page(db, mette, circle_id=cast.circle.id)
    assert len(statements) == 18, "\n\n".join(statements)
