"""The pulse of the network: for those who can ask for help, and without a score."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from herning_pwa.circles.queries import circle_page
from herning_pwa.commitments.commands import take_commitment
from herning_pwa.commitments.models import Commitment
from herning_pwa.commitments.queries.pulse import PulseLine
from herning_pwa.goals.models import Audience
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import record_progress
from tests.agreed import agreed_goal, step_for
from tests.cast import Cast
from tests.counting import counted


def pulse_for(db: Session, person: Person, cast: Cast) -> dict[str, PulseLine]:
    view = circle_page(db, person, circle_id=cast.circle.id)
    return {line.name: line for line in view.pulse}


@pytest.mark.parametrize("name", ["mette", "anders", "sanne", "peter"])
def test_parents_and_professionals_see_who_has_no_part_yet(
    db: Session, cast: Cast, name: str
) -> None:
    lines = pulse_for(db, cast.people[name], cast)
    assert set(lines) == {"Inger", "Jens"}
    assert lines["Jens"].none_yet == "Jens er ikke med i noget endnu."
    assert lines["Jens"].ask_label == "Bed Jens om et løfte"
    assert lines["Jens"].ask_href.startswith("/loefter?til=")


@pytest.mark.parametrize("name", ["inger", "jens", "freja", "karl"])
def test_network_members_the_young_and_karl_never_do(db: Session, cast: Cast, name: str) -> None:
    assert pulse_for(db, cast.people[name], cast) == {}


def test_a_step_a_promise_and_what_was_written_are_parts(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, "Emil møder til tiden")
    step_for(db, goal, cast.inger, "Ringe og vække Emil")
    record_progress(db, cast.inger, goal_id=goal.id, client_key=uuid4(), rating=6)
    take_commitment(db, cast.jens, commitment_id=commitment.id)
    lines = pulse_for(db, cast.mette, cast)
    assert lines["Jens"].parts == ["Løfte: Hente Emil"]
    assert lines["Inger"].parts == [
        "Delmål: Ringe og vække Emil",
        "Skrev sidst 23. november",
    ]
    assert not lines["Inger"].none_yet


def test_a_part_in_a_goal_the_reader_does_not_see_is_not_told(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, "Emil møder til tiden")
    step_for(db, goal, cast.inger, "Hemmelig opgave")
    goal.audience = Audience.CHILD
    goal.proposed_by_id = cast.freja.id
    db.flush()
    assert "Hemmelig opgave" not in str(pulse_for(db, cast.peter, cast))


def test_nothing_from_another_circle_is_a_part(db: Session, cast: Cast) -> None:
    goal = agreed_goal(db, cast.other_circle, cast.fatima, "Alma sover")
    step_for(db, goal, cast.fatima, "Læse højt")
    assert "Læse højt" not in str(pulse_for(db, cast.mette, cast))


def test_it_is_one_statement_however_many_parts_there_are(
    db: Session, cast: Cast, commitment: Commitment
) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette, "Emil møder til tiden")
    for n in range(15):
        step_for(db, goal, cast.inger, f"Delmål {n}")
    db.flush()
    with counted(db) as statements:
        pulse_for(db, cast.mette, cast)
    assert len([said for said in statements if "UNION ALL" in said]) == 1
