"""The round of updates: who is asked about what, what an answer is, and who learns of it."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict, Invalid, NotAllowed, NotFound
from herning_pwa.followup.commands import answer_goal, hold_follow_up, pass_over
from herning_pwa.followup.models import Round, RoundAnswer
from herning_pwa.followup.queries.page import follow_up_page
from herning_pwa.followup.queries.round import RoundView, round_page
from herning_pwa.goals.commands import finish_goal, pause_goal
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.home.queries import TodayView, today_page
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress, withdraw_progress
from herning_pwa.progress.models import ProgressEntry
from tests.agreed import agreed_goal
from tests.cast import Cast, person_by_id
from tests.counting import counted
from tests.followup.rounds import FIRST, START, Travel, arrive, at, of_round

pytestmark = pytest.mark.usefixtures("january")  # before the cast moves in
TITLES = ("Emil møder til tiden", "Vi spiser sammen", "Emil sover i sin seng")


@pytest.fixture
def goals(january: Travel, db: Session, cast: Cast) -> list[Goal]:
    return [agreed_goal(db, cast.circle, cast.mette, title) for title in TITLES]


@pytest.fixture
def open_round(january: Travel, db: Session, cast: Cast, goals: list[Goal]) -> Round:
    """It is the Friday before the follow-up, and the round has been open for some days."""
    arrive(db, cast.circle, january, at(START))
    return arrive(db, cast.circle, january, at(FIRST.replace(day=13)))


def shown(db: Session, cast: Cast, who: str, goal_id: object = "") -> RoundView:
    db.flush()
    return round_page(db, cast.people[who], circle_id=cast.circle.id, goal_id=str(goal_id))


def today_of(db: Session, cast: Cast, who: str) -> TodayView:
    return today_page(db, cast.people[who], circle_id=cast.circle.id)


def say(db: Session, who: Person, view: RoundView, rating: object = "6", **more: object) -> None:
    """Send the screen as it is shown."""
    fields = {"round_id": view.round_id, "goal_id": view.form.goal_id, "kept_for": "all"}
    answer_goal(db, who, **fields | {"client_key": view.form.key, "rating": rating} | more)


def entries(db: Session, who: Person) -> list[ProgressEntry]:
    return list(db.scalars(select(ProgressEntry).where(ProgressEntry.person_id == who.id)))


@pytest.mark.usefixtures("open_round")
def test_three_goals_one_after_the_other_and_then_what_comes_next(db: Session, cast: Cast) -> None:
    told = []
    while (view := shown(db, cast, "mette")).form.goal_id:
        told.append(view.where)
        say(db, cast.mette, view)
    assert told == ["Mål 1 af 3", "Mål 2 af 3", "Mål 3 af 3"]
    assert (view.heading, view.thanks) == ("Tak", "Du har fortalt om 3 mål.")
    assert "mandag den 16. februar" in view.next_step
    assert [entry.rating for entry in entries(db, cast.mette)] == [6, 6, 6]


@pytest.mark.usefixtures("open_round")
def test_one_comes_back_to_where_one_was(db: Session, cast: Cast) -> None:
    say(db, cast.mette, shown(db, cast, "mette"))
    view = shown(db, cast, "mette")
    assert view.where == "Mål 2 af 3"
    pass_over(db, cast.mette, round_id=view.round_id, goal_id=view.form.goal_id)
    assert shown(db, cast, "mette").where == "Mål 3 af 3"
    assert shown(db, cast, "anders").where == "Mål 1 af 3"


@pytest.mark.usefixtures("open_round")
def test_going_back_corrects_what_was_said(db: Session, cast: Cast) -> None:
    view = shown(db, cast, "mette")
    say(db, cast.mette, view, "9", note="Godt.")
    again = shown(db, cast, "mette", view.form.goal_id)
    assert (again.said, again.number, again.note) == ("Du har svaret 9.", 9, "Godt.")
    say(db, cast.mette, again, "9", note="Godt.")
    assert len(entries(db, cast.mette)) == 1
    say(db, cast.mette, again, "6", note="Godt.")
    assert [e.rating for e in entries(db, cast.mette) if e.stands] == [6]
    assert shown(db, cast, "mette").where == "Mål 2 af 3"


@pytest.mark.usefixtures("open_round")
def test_two_taps_are_one_answer(db: Session, cast: Cast) -> None:
    view = shown(db, cast, "mette")
    for _tap in range(2):
        say(db, cast.mette, view, "7")
    assert len(entries(db, cast.mette)) == 1


@pytest.mark.usefixtures("open_round")
def test_saying_nothing_at_all_is_asked_once_more(db: Session, cast: Cast) -> None:
    for rating in (None, "", "11", "-1", ["6"], True):
        with pytest.raises(Invalid) as refused:
            say(db, cast.mette, shown(db, cast, "mette"), rating)
        assert "rating" in refused.value.fields
    assert entries(db, cast.mette) == []


def test_a_goal_that_ends_or_rests_is_asked_about_no_more(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    view = shown(db, cast, "mette", goals[0].id)
    finish_goal(db, cast.sanne, goal_id=goals[0].id, achievement="achieved", words="")
    pause_goal(db, cast.sanne, goal_id=goals[1].id, reason="Ferie.")
    with pytest.raises(NotAllowed):
        say(db, cast.mette, view)
    assert shown(db, cast, "mette").where == "Mål 1 af 1"


def test_a_goal_that_is_new_in_the_round_is_one_more(
    db: Session, cast: Cast, open_round: Round
) -> None:
    for _goal in TITLES:
        say(db, cast.mette, shown(db, cast, "mette"))
    agreed_goal(db, cast.circle, cast.mette, "Et mål til")
    assert shown(db, cast, "mette").where == "Mål 4 af 4"


def test_who_is_taken_out_finds_nothing(db: Session, cast: Cast, open_round: Round) -> None:
    view = shown(db, cast, "inger")
    [place] = cast.inger.memberships
    place.end(cast.mette)
    db.flush()
    with pytest.raises(NotFound):
        say(db, cast.inger, view)
    with pytest.raises(NotFound):
        shown(db, cast, "inger")


def test_words_are_not_lost_when_the_round_has_closed_meanwhile(
    db: Session, cast: Cast, open_round: Round
) -> None:
    view = shown(db, cast, "mette")
    hold_follow_up(db, cast.sanne, **of_round(open_round))
    say(db, cast.mette, view, "4", note="Det er svært.")
    assert [entry.note for entry in entries(db, cast.mette)] == ["Det er svært."]
    assert db.scalar(select(func.count()).select_from(RoundAnswer)) == 0
    assert shown(db, cast, "mette").form.goal_id == ""


def test_a_goal_of_another_circle_is_not_in_the_round(
    db: Session, cast: Cast, open_round: Round
) -> None:
    theirs = agreed_goal(db, cast.other_circle, cast.fatima)
    for who in (cast.fatima, cast.mette):
        with pytest.raises(NotFound):
            pass_over(db, who, round_id=open_round.id, goal_id=theirs.id)


def test_an_answer_taken_back_is_asked_for_again(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    say(db, cast.mette, shown(db, cast, "mette", goals[0].id))
    withdraw_progress(db, cast.mette, entry_id=entries(db, cast.mette)[0].id)
    again = shown(db, cast, "mette", goals[0].id)
    assert (again.said, again.number) == ("", -1)
    say(db, cast.mette, again, "3")
    assert [e.rating for e in entries(db, cast.mette) if e.stands] == [3]


def waits(db: Session, who: Person, cast: Cast) -> list[str]:
    """What today's page says about the round."""
    db.flush()
    return [thing.note for thing in today_page(db, who, circle_id=cast.circle.id).waiting]


def say_elsewhere(db: Session, who: Person, goal: Goal, **said: object) -> ProgressEntry:
    """As from today's page, or from the goal's own."""
    entry = record_progress(db, who, goal_id=goal.id, client_key=uuid4(), **said)
    db.flush()
    return entry


def test_a_number_from_todays_page_is_an_answer(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    entry = say_elsewhere(db, cast.mette, goals[0], rating="7", note="Bedre.")
    assert waits(db, cast.mette, cast) == ["2 mål, to minutter"]
    assert waits(db, cast.anders, cast) == ["3 mål, to minutter"]
    assert shown(db, cast, "mette").where == "Mål 2 af 3"
    again = shown(db, cast, "mette", goals[0].id)
    assert (again.said, again.note) == ("Du har svaret 7.", "Bedre.")
    say(db, cast.mette, again, "8", note="Bedre.")
    assert [(e.rating, e.corrects) for e in entries(db, cast.mette) if e.stands] == [(8, entry)]


def test_all_said_elsewhere_asks_nothing_and_counts_for_the_professionals(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    for goal in goals:
        say_elsewhere(db, cast.anders, goal, rating="5")
    assert waits(db, cast.anders, cast) == []
    assert shown(db, cast, "anders").thanks == "Du har fortalt om 3 mål."
    assert follow_up_page(db, cast.anders, circle_id=cast.circle.id).next.act == ""
    assert follow_up_page(db, cast.sanne, circle_id=cast.circle.id).tally.answered == "Anders"


def test_what_was_said_before_the_round_or_taken_back_is_no_answer(
    january: Travel, db: Session, cast: Cast, goals: list[Goal]
) -> None:
    arrive(db, cast.circle, january, at(START))
    say_elsewhere(db, cast.mette, goals[0], rating="7")
    arrive(db, cast.circle, january, at(FIRST.replace(day=13)))
    slip = say_elsewhere(db, cast.mette, goals[1], rating="1")
    withdraw_progress(db, cast.mette, entry_id=slip.id)
    assert waits(db, cast.mette, cast) == ["3 mål, to minutter"]


def test_a_page_from_before_takes_no_words_away(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    stale = shown(db, cast, "mette", goals[0].id)
    say_elsewhere(db, cast.mette, goals[0], rating="7", note="Bedre.")
    say(db, cast.mette, stale, "4")
    assert [(e.rating, e.note) for e in entries(db, cast.mette) if e.stands] == [
        (7, "Bedre."),
        (4, None),
    ]


def test_what_is_kept_answers_for_its_writer_and_tells_nobody_else(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    before = follow_up_page(db, cast.peter, circle_id=cast.circle.id)
    for goal in goals:
        say_elsewhere(db, cast.freja, goal, note="Til dig.", kept_for="responsible")
    assert waits(db, cast.freja, cast) == []
    assert follow_up_page(db, cast.sanne, circle_id=cast.circle.id).tally.answered == "Freja"
    assert follow_up_page(db, cast.peter, circle_id=cast.circle.id) == before


@pytest.mark.usefixtures("open_round")
def test_a_young_person_chooses_whose_eyes_the_words_are_for(db: Session, cast: Cast) -> None:
    view = shown(db, cast, "freja")
    assert view.form.is_young
    assert len(view.form.choices) == 2
    with pytest.raises(Invalid, match="hvem der kan se"):
        say(db, cast.freja, view, note="Det er svært.", kept_for="")
    say(db, cast.freja, view, "", note="Det er svært.", kept_for="responsible")
    assert [entry.is_kept for entry in entries(db, cast.freja)] == [True]
    again = shown(db, cast, "freja", view.form.goal_id)
    say(db, cast.freja, again, "0", note="Det er meget svært.", kept_for="all")
    assert all(entry.is_kept for entry in entries(db, cast.freja))


@pytest.mark.usefixtures("open_round")
def test_who_has_answered_is_for_professionals(db: Session, cast: Cast) -> None:
    for _goal in TITLES:
        say(db, cast.anders, shown(db, cast, "anders"))
    say(db, cast.mette, shown(db, cast, "mette"))
    for who in (cast.sanne, cast.peter):
        told = follow_up_page(db, who, circle_id=cast.circle.id).tally
        assert (told.line, told.answered) == ("1 af 7 har svaret", "Anders")
        assert "Mette" in told.missing
    for who in (cast.mette, cast.inger, cast.freja):
        seen = follow_up_page(db, who, circle_id=cast.circle.id)
        assert "Anders" not in repr(replace(seen, story=[]))
        assert seen.tally.line == ""


def test_a_private_goal_gives_nobody_away(db: Session, cast: Cast, january: Travel) -> None:
    """Peter does not see Freja's own goal, so he does not see that she is asked about one."""
    own = agreed_goal(db, cast.circle, cast.freja, "Frejas eget", audience=Audience.CHILD)
    agreed_goal(db, cast.circle, cast.mette, "Forældrenes", audience=Audience.PARENTS)
    arrive(db, cast.circle, january, at(START))
    arrive(db, cast.circle, january, at(FIRST.replace(day=13)))
    assert shown(db, cast, "freja").form.goal_id == str(own.id)

    def asked(who: Person) -> str:
        told = follow_up_page(db, who, circle_id=cast.circle.id).tally
        return told.answered + told.missing

    assert "Freja" not in asked(cast.peter)
    assert "Freja" in asked(cast.sanne)


def test_today_asks_until_all_is_said_and_not_after_the_day(
    db: Session, cast: Cast, open_round: Round, january: Travel
) -> None:
    def asks() -> list[str]:
        db.flush()
        things = today_page(db, cast.mette, circle_id=cast.circle.id).waiting
        return [f"{thing.note}: {thing.act}" for thing in things]

    assert asks() == ["3 mål, to minutter: Fortæl, hvordan det går"]
    say(db, cast.mette, shown(db, cast, "mette"))
    assert asks() == ["2 mål, to minutter: Fortsæt"]
    january.move_to(at(FIRST, 23), tick=False)
    assert asks()
    january.move_to(at(FIRST.replace(day=17), 0), tick=False)
    assert asks() == []
    january.move_to(at(FIRST), tick=False)
    for _goal in TITLES[1:]:
        say(db, cast.mette, shown(db, cast, "mette"))
    assert asks() == []
    assert today_page(db, cast.karl, circle_id=cast.circle.id).waiting == []


def test_a_key_used_for_something_else_is_told(
    db: Session, cast: Cast, open_round: Round, goals: list[Goal]
) -> None:
    key = uuid4()
    say(db, cast.mette, shown(db, cast, "mette", goals[0].id), client_key=key)
    with pytest.raises(Conflict):
        say(db, cast.mette, shown(db, cast, "mette", goals[1].id), "2", client_key=key)


@pytest.mark.parametrize("more", [0, 9])
def test_the_statements_do_not_grow_with_the_goals(
    db: Session, cast: Cast, open_round: Round, more: int
) -> None:
    for n in range(more):
        agreed_goal(db, cast.circle, cast.mette, f"Mål {n}")
    circle_id, sanne_id = cast.circle.id, cast.sanne.id
    pages = ((round_page, 9), (follow_up_page, 16))
    for page, most in pages:
        db.flush()
        db.expunge_all()
        sanne = person_by_id(db, sanne_id)
        with counted(db) as statements:
            page(db, sanne, circle_id=circle_id)
        assert len(statements) <= most, "\n\n".join(statements)


@pytest.mark.usefixtures("open_round")
def test_while_it_asks_today_keeps_one_form_open(db: Session, cast: Cast) -> None:
    folded = [card.is_folded for card in today_of(db, cast, "mette").focus]
    assert folded == [False, True, True]
    while (view := shown(db, cast, "mette")).form.goal_id:
        say(db, cast.mette, view)
    assert [card.is_folded for card in today_of(db, cast, "mette").focus] == [False] * 3
