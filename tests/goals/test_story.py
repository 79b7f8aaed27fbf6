"""The goal's page in words: who agreed, who is missing, and how it came about."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.goals.commands import (
    add_step,
    agree_to_goal,
    change_audience,
    decline_goal,
    finish_goal,
    mark_step_done,
    pause_goal,
    resume_goal,
    return_goal,
)
from herning_pwa.goals.models import Audience
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.story import story
from tests.cast import Cast
from tests.goals.making import agreed, in_force, other_words, proposed, soon, waiting

A_TUESDAY = datetime(2026, 11, 3, 9, tzinfo=UTC)
A_WEEK_LATER = datetime(2026, 11, 10, 9, tzinfo=UTC)
TOO_LATE = datetime(2026, 11, 12, 9, tzinfo=UTC)


def test_who_agreed_and_who_is_missing_in_one_line(db: Session, cast: Cast) -> None:
    with time_machine.travel(A_TUESDAY):
        goal = agreed(db, cast)
    with time_machine.travel(A_WEEK_LATER):
        read = goal_page(db, cast.peter, goal_id=goal.id).standing
    assert read == "Mette og Sanne blev enige den 3. november. Anders mangler at svare."


def test_the_reader_is_called_you(db: Session, cast: Cast) -> None:
    with time_machine.travel(A_TUESDAY):
        goal = agreed(db, cast)
        assert goal_page(db, cast.mette, goal_id=goal.id).standing.startswith(
            "Du og Sanne blev enige i dag."
        )
        assert goal_page(db, cast.anders, goal_id=goal.id).standing.endswith("Du mangler at svare.")


def test_the_promised_date_is_told_until_it_has_passed(db: Session, cast: Cast) -> None:
    with time_machine.travel(A_TUESDAY):
        goal = proposed(db, cast, cast.mette)
        read = goal_page(db, cast.mette, goal_id=goal.id).standing
    assert read == "Du foreslog målet i dag. Anders og Sanne svarer senest den 10. november."
    with time_machine.travel(TOO_LATE):
        read = goal_page(db, cast.mette, goal_id=goal.id).standing
        asked = goal_page(db, cast.sanne, goal_id=goal.id).asked
    assert read == "Du foreslog målet den 3. november. Anders og Sanne mangler at svare."
    assert asked.due == "Svaret er lovet senest den 10. november."


def test_a_late_yes_is_told_apart(db: Session, cast: Cast) -> None:
    with time_machine.travel(A_TUESDAY):
        goal = agreed(db, cast)
    with time_machine.travel(A_WEEK_LATER):
        agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=in_force(goal))
        read = goal_page(db, cast.peter, goal_id=goal.id).standing
    assert read == "Mette og Sanne blev enige den 3. november. Anders sagde ja bagefter."


def test_a_late_no_is_shown_as_a_disagreement(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    decline_goal(
        db,
        cast.anders,
        goal_id=goal.id,
        wording_id=in_force(goal),
        reason="To dage er nok.",
        seen_agreed=True,
    )
    [different] = goal_page(db, cast.mette, goal_id=goal.id).disagreements
    assert (different.sentence, different.words) == ("Anders ser det anderledes", "To dage er nok.")


def test_the_story_tells_it_all_newest_first(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    return_goal(
        db,
        cast.sanne,
        goal_id=goal.id,
        wording_id=waiting(goal),
        fields=other_words(comment="Lad os begynde småt."),
    )
    for person in (cast.mette, cast.sanne):
        agree_to_goal(db, person, goal_id=goal.id, wording_id=waiting(goal))
    step = add_step(
        db, cast.mette, goal_id=goal.id, title="Ringe", person_id=str(cast.inger.id), due_on=soon()
    )
    mark_step_done(db, cast.inger, step_id=step)
    pause_goal(db, cast.mette, goal_id=goal.id, reason="Ferie")
    resume_goal(db, cast.sanne, goal_id=goal.id)
    change_audience(db, cast.mette, goal_id=goal.id, audience=Audience.CORE)
    finish_goal(db, cast.sanne, goal_id=goal.id, achievement="achieved")
    told = [happening.sentence for happening in reversed(story(goal, Company(goal.circle)))]
    assert told == [
        "Mette foreslog målet “Emil møder til tiden tre dage om ugen”",
        "Sanne foreslog andre ord",
        "Mette sagde ja",
        "Sanne sagde ja",
        "Mette og Sanne blev enige om “Emil møder til tiden to dage om ugen”",
        "Målet kom i fokus",
        "Mette tilføjede et delmål til Inger: “Ringe”",
        "Et delmål er klaret: “Ringe”. Inger skrev det.",
        "Mette satte målet på pause",
        "Sanne tog målet op igen",
        "Målet kom i fokus",
        "Mette ændrede, hvem der kan se målet: familien, fagpersonerne og dem, der er valgt",
        "Sanne afsluttede målet: nået",
    ]


def test_the_story_shows_what_was_changed_and_said(db: Session, cast: Cast) -> None:
    goal = proposed(db, cast, cast.mette)
    return_goal(
        db,
        cast.sanne,
        goal_id=goal.id,
        wording_id=waiting(goal),
        fields=other_words(why="Dagen begynder roligt.", signs="Han smiler.", comment="Småt."),
    )
    newest = story(goal, Company(goal.circle))[0]
    assert newest.words == "Småt."
    [changed] = newest.changes
    assert "".join(bit.text for bit in changed.bits if bit.kind == "added") == "to "


OFFERED = {
    "mette": {"can_withdraw"},
    "anders": {"can_answer", "can_return"},
    "sanne": {"can_answer", "can_return"},
    "peter": {"can_answer"},
    "inger": set(),
    "freja": set(),
}
ACTS = ("can_answer", "can_return", "can_withdraw", "can_propose_change")


@pytest.mark.parametrize("name", OFFERED)
def test_the_page_offers_each_reader_what_they_may(db: Session, cast: Cast, name: str) -> None:
    goal = proposed(db, cast, cast.mette)
    asked = goal_page(db, getattr(cast, name), goal_id=goal.id).asked
    assert {act for act in ACTS if getattr(asked, act)} == OFFERED[name]
