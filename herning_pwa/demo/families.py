"""The demo's circles and who stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.models import Child, Circle, Membership, Relation, Role
from herning_pwa.demo.people import DEMO_PASSWORD, DEMO_PEOPLE, DemoPerson
from herning_pwa.i18n import today
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import hash_password

WEEKS_TOGETHER = timedelta(weeks=9)
STAFF = {
    "sanne@kommune.example": Staff.PROFESSIONAL,
    "peter@kommune.example": Staff.PROFESSIONAL,
    "frede@kommune.example": Staff.PROFESSIONAL,
    "birgit@kommune.example": Staff.LEADER,
    "otto@kommune.example": Staff.ADMINISTRATOR,
}


@dataclass(frozen=True)
class Families:
    """Everybody by first name, the circles and the children."""

    people: dict[str, Person]
    circle: Circle
    other_circle: Circle
    emil: Child
    alma: Child


def move_in(db: Session) -> Families:
    """People, circles, children and places."""
    began = clock.now() - WEEKS_TOGETHER
    password = hash_password(DEMO_PASSWORD)
    people = {row.first_name: _person(row, password, began) for row in DEMO_PEOPLE}
    circle = Circle(name="Kredsen om Emil og Freja", created_at=began)
    other = Circle(name="Kredsen om Alma", created_at=began)
    db.add_all([*people.values(), circle, other])
    db.flush()
    emil = Child(circle=circle, first_name="Emil", birth_date=_birthday(9))
    alma = Child(circle=other, first_name="Alma", birth_date=_birthday(2))
    freja = Child(
        circle=circle, first_name="Freja", birth_date=_birthday(15), person_id=people["Freja"].id
    )
    db.add_all([emil, freja, alma])
    for place in _places(people, circle, other, began):
        db.add(place)
    db.flush()
    db.expire_all()
    return Families(people, circle, other, emil, alma)


def _person(row: DemoPerson, password: str, began: datetime) -> Person:
    return Person(
        first_name=row.first_name,
        email=row.email,
        password_hash=password,
        staff=STAFF.get(row.email),
        created_at=began,
    )


def _birthday(age: int) -> date:
    """A birthday some months ago, so that nobody grows older while the demo runs."""
    return date(today().year - age, 1, 15)


def _places(
    people: dict[str, Person], circle: Circle, other: Circle, began: datetime
) -> list[Membership]:
    rows = [
        (circle, "Mette", Role.CUSTODY_PARENT, Relation.MOTHER, False),
        (circle, "Anders", Role.CUSTODY_PARENT, Relation.FATHER, False),
        (circle, "Freja", Role.YOUNG_PERSON, Relation.CHILD, False),
        (circle, "Inger", Role.NETWORK_MEMBER, Relation.MATERNAL_GRANDMOTHER, False),
        (circle, "Jens", Role.NETWORK_MEMBER, Relation.COACH, False),
        (circle, "Sanne", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True),
        (circle, "Peter", Role.PROFESSIONAL, Relation.SOCIAL_PEDAGOGUE, False),
        (other, "Fatima", Role.CUSTODY_PARENT, Relation.MOTHER, False),
        (other, "Frede", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True),
    ]
    return [
        Membership(
            circle=where,
            person=people[name],
            role=role,
            relation=relation,
            is_responsible=responsible,
            started_at=began,
        )
        for where, name, role, relation, responsible in rows
    ]
