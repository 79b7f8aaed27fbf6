"""A circle around a child not born yet, and what changes on the day it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.circles.commands.opening import NewChild, open_circle
from herning_pwa.circles.commands.young import record_birth
from herning_pwa.circles.models import Child
from herning_pwa.circles.queries import circle_page
from herning_pwa.circles.queries.child import child_page
from herning_pwa.errors import Invalid, NotAllowed, NotFound
from herning_pwa.goals.policy import asked_children
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from tests.agreed import agreed_goal
from tests.cast import Cast


@pytest.fixture
def little(db: Session, cast: Cast) -> Child:
    """Emil's and Freja's little sister is on her way."""
    child = Child(circle=cast.circle, first_name="Den lille")
    cast.circle.name = "Kredsen om Den lille"
    db.add(child)
    db.flush()
    return child


def born(db: Session, by: Person, child: Child, name: object = "Ida", day: object = "") -> None:
    when = day or today().isoformat()
    record_birth(db, by, child_id=child.id, first_name=name, birth_date=when)


def test_a_circle_is_opened_around_a_child_without_a_name(db: Session, cast: Cast) -> None:
    circle = open_circle(
        db,
        name="Kredsen om den lille",
        children=[NewChild("")],
        responsible_name="Sanne",
        email=cast.sanne.email,
    )
    [child] = circle.children
    assert (child.first_name, child.age) == ("Den lille", None)
    [line] = circle_page(db, cast.sanne, circle_id=circle.id).children
    assert line.label == "Den lille, ikke født endnu"


@pytest.mark.parametrize("name", ["mette", "anders", "sanne"])
def test_parents_and_the_responsible_write_it_down(
    db: Session, cast: Cast, little: Child, name: str
) -> None:
    born(db, cast.people[name], little)
    assert (little.first_name, little.age) == ("Ida", 0)
    assert cast.circle.name == "Kredsen om Ida"
    row = db.scalars(select(Activity).where(Activity.object_id == little.id)).one()
    assert (row.action, row.actor_id) == ("child.born", cast.people[name].id)


@pytest.mark.parametrize("name", ["inger", "jens", "freja", "karl", "frede", "otto"])
def test_to_others_there_is_no_such_page(db: Session, cast: Cast, little: Child, name: str) -> None:
    with pytest.raises(NotFound):
        born(db, cast.people[name], little)


def test_peter_may_look_but_not_write(db: Session, cast: Cast, little: Child) -> None:
    assert not child_page(db, cast.peter, child_id=little.id).can_record_birth
    with pytest.raises(NotAllowed):
        born(db, cast.peter, little)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"first_name": "www.ida.dk"}, "first_name"),
        ({"birth_date": "x"}, "birth_date"),
        ({"birth_date": None}, "birth_date"),
        ({"birth_date": ["2026-11-01"]}, "birth_date"),
        ({"birth_date": "1899-12-31"}, "birth_date"),
        ({"birth_date": "0001-01-01"}, "birth_date"),
        ({"birth_date": "1990-01-01"}, "birth_date"),
        ({"birth_date": "9999-12-31"}, "birth_date"),
    ],
)
def test_odd_answers_are_refused(
    db: Session, cast: Cast, little: Child, form: dict[str, object], field: str
) -> None:
    whole = {"first_name": "Ida", "birth_date": today().isoformat(), **form}
    with pytest.raises(Invalid) as refusal:
        record_birth(db, cast.mette, child_id=little.id, **whole)
    assert field in refusal.value.fields
    assert little.birth_date is None


def test_nobody_is_born_tomorrow(db: Session, cast: Cast, little: Child) -> None:
    with pytest.raises(Invalid, match="ikke kommet endnu"):
        born(db, cast.mette, little, day=(today() + timedelta(days=1)).isoformat())


def test_twice_the_same_is_once(db: Session, cast: Cast, little: Child) -> None:
    born(db, cast.mette, little)
    born(db, cast.anders, little)
    assert len(db.scalars(select(Activity).where(Activity.object_id == little.id)).all()) == 1


def test_afterwards_only_the_responsible_corrects_it(
    db: Session, cast: Cast, little: Child
) -> None:
    born(db, cast.mette, little)
    with pytest.raises(NotAllowed):
        born(db, cast.mette, little, "Ida Marie")
    born(db, cast.sanne, little, "Ida Marie")
    actions = set(db.scalars(select(Activity.action).where(Activity.object_id == little.id)))
    assert actions == {"child.born", "child.corrected"}


def test_the_age_decides_from_then_on(db: Session, cast: Cast, little: Child) -> None:
    goal = agreed_goal(db, cast.circle, cast.mette)
    assert little not in asked_children(goal)
    view = child_page(db, cast.sanne, child_id=little.id)
    assert view.access == "Den lille er ikke født endnu."
    born(db, cast.sanne, little, day=(today() - timedelta(days=366 * 10)).isoformat())
    assert little in asked_children(goal)
    assert "10" not in "".join(child_page(db, cast.sanne, child_id=little.id).facts[1:])
