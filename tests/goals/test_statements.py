"""A page asks the database as often for twenty goals as for two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from herning_pwa.goals.commands import add_step, agree_to_goal
from herning_pwa.goals.queries.draft import draft_page
from herning_pwa.goals.queries.goal import goal_page
from herning_pwa.goals.queries.goals import goal_list
from herning_pwa.home.queries import today_page
from herning_pwa.people.models import Person
from tests.cast import Cast, person_by_id
from tests.counting import counted
from tests.goals.making import agreed, in_force, proposed, soon

AT_MOST = 7
FIRST_AT_MOST = 17  # it speaks of much besides goals


def fill(db: Session, cast: Cast, goals: int) -> object:
    for n in range(goals):
        goal = agreed(db, cast, title=f"Mål {n}")
        agree_to_goal(db, cast.anders, goal_id=goal.id, wording_id=in_force(goal))
        for person in (cast.mette, cast.inger):
            add_step(
                db,
                cast.mette,
                goal_id=goal.id,
                title="Ringe",
                person_id=str(person.id),
                due_on=soon(),
            )
        proposed(db, cast, cast.sanne, title=f"Forslag {n}")
    return goal.id


Page = Callable[[Session, Person, Cast, object], object]
PAGES: dict[str, Page] = {
    "list": lambda db, actor, cast, _goal: goal_list(db, actor, circle_id=cast.circle.id),
    "goal": lambda db, actor, _cast, goal: goal_page(db, actor, goal_id=goal),
    "draft": lambda db, actor, cast, _goal: draft_page(db, actor, circle_id=cast.circle.id),
    "first": lambda db, actor, cast, _goal: today_page(db, actor, circle_id=cast.circle.id),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_number_of_statements_does_not_grow(db: Session, cast: Cast, page: str) -> None:
    counts = []
    for goals in (2, 8):
        goal_id = fill(db, cast, goals)
        db.flush()
        db.expunge_all()
        mette = person_by_id(db, cast.mette.id)
        with counted(db) as said:
            PAGES[page](db, mette, cast, goal_id)
        counts.append(len(said))
        cast = reread(db, cast)
    assert counts[0] == counts[1] <= (FIRST_AT_MOST if page == "first" else AT_MOST)


def reread(db: Session, cast: Cast) -> Cast:
    """The same cast, fresh from the database."""
    people = {name: person_by_id(db, person.id) for name, person in cast.people.items()}
    return Cast(
        db.merge(cast.circle),
        db.merge(cast.other_circle),
        db.merge(cast.emil),
        db.merge(cast.freja_child),
        db.merge(cast.alma),
        people,
    )
