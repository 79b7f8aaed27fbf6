"""What parents keep between themselves is in nothing that Freja, Inger or Karl can ask for."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from herning_pwa.desk.queries import desk_page
from herning_pwa.errors import NotFound
from herning_pwa.goals.commands import add_step, propose_change
from herning_pwa.goals.models import Audience
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.people.models import Person
from tests.cast import Cast
from tests.goals.making import agreed, in_force, soon

CANARY = "KANARIEFUGL"


def everything(db: Session, person: Person, cast: Cast, goal_id: object) -> str:
    """All a person can ask about goals, as one text."""
    asked = [
        lambda: goal_list(db, person, circle_id=cast.circle.id),
        lambda: goal_page(db, person, goal_id=goal_id),
        lambda: draft_page(db, person, circle_id=cast.circle.id),
        lambda: today_page(db, person, circle_id=cast.circle.id),
        lambda: desk_page(db, person),
    ]
    answers = []
    for ask in asked:
        try:
            answers.append(repr(ask()))
        except NotFound as nothing:
            answers.append(str(nothing))
    return "\n".join(answers)


@pytest.fixture
def secret(db: Session, cast: Cast):
    goal = agreed(db, cast, audience=Audience.PARENTS, title=f"{CANARY} titel")
    add_step(
        db,
        cast.mette,
        goal_id=goal.id,
        title=f"{CANARY} delmål",
        person_id=str(cast.mette.id),
        due_on=soon(),
    )
    propose_change(
        db,
        cast.mette,
        goal_id=goal.id,
        wording_id=in_force(goal),
        fields={"title": f"{CANARY} andet", "why": CANARY, "comment": CANARY},
    )
    agreed(db, cast, title="Et mål for alle")
    return goal


@pytest.mark.parametrize("name", ["freja", "inger", "jens", "karl", "frede", "birgit", "otto"])
def test_it_is_not_there(db: Session, cast: Cast, secret, name: str) -> None:
    assert CANARY not in everything(db, getattr(cast, name), cast, secret.id)


@pytest.mark.parametrize("name", ["mette", "anders", "sanne", "peter"])
def test_those_it_is_for_have_it(db: Session, cast: Cast, secret, name: str) -> None:
    assert CANARY in everything(db, getattr(cast, name), cast, secret.id)
