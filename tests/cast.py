"""The cast: the invented people every test speaks about.

Mette and Anders are Emil's and Freja's parents, Inger their grandmother, Jens
Emil's coach, Sanne the responsible social worker, Peter a pedagogue. Karl is a
parent without custody. Fatima and Frede stand around another child, Alma.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from herning_pwa.circles.models import Child, Circle, Membership, Relation, Role
from herning_pwa.i18n import today
from herning_pwa.people.models import Person, Staff

UNUSABLE_PASSWORD = "!"


@dataclass
class Cast:
    """Everybody, by first name, and the two circles."""

    circle: Circle
    other_circle: Circle
    emil: Child
    freja_child: Child
    alma: Child
    people: dict[str, Person] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


def _years_ago(years: int) -> date:
    return today() - timedelta(days=round(365.25 * years) + 30)


def _person(db: Session, name: str, host: str, staff: Staff | None = None) -> Person:
    person = Person(
        first_name=name.title(),
        email=f"{name}@{host}.example",
        password_hash=UNUSABLE_PASSWORD,
        staff=staff,
    )
    db.add(person)
    return person


def assemble(db: Session) -> Cast:
    """Put the whole cast into the database."""
    circle = Circle(name="Kredsen om Emil og Freja")
    other = Circle(name="Kredsen om Alma")
    families = ("mette", "anders", "karl", "freja", "inger", "jens", "fatima")
    people = {name: _person(db, name, "familie") for name in families}
    for name in ("sanne", "peter", "frede"):
        people[name] = _person(db, name, "kommune", Staff.PROFESSIONAL)
    people["birgit"] = _person(db, "birgit", "kommune", Staff.LEADER)
    people["otto"] = _person(db, "otto", "kommune", Staff.ADMINISTRATOR)
    db.add_all([circle, other])
    db.flush()
    emil = Child(circle=circle, first_name="Emil", birth_date=_years_ago(9))
    freja = Child(
        circle=circle,
        first_name="Freja",
        birth_date=_years_ago(15),
        person_id=people["freja"].id,
    )
    alma = Child(circle=other, first_name="Alma", birth_date=_years_ago(4))
    db.add_all([emil, freja, alma])
    places = [
        (circle, "mette", Role.CUSTODY_PARENT, Relation.MOTHER, False),
        (circle, "anders", Role.CUSTODY_PARENT, Relation.FATHER, False),
        (circle, "karl", Role.INFORMED_PARENT, Relation.FATHER, False),
        (circle, "freja", Role.YOUNG_PERSON, Relation.CHILD, False),
        (circle, "inger", Role.NETWORK_MEMBER, Relation.MATERNAL_GRANDMOTHER, False),
        (circle, "jens", Role.NETWORK_MEMBER, Relation.COACH, False),
        (circle, "sanne", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True),
        (circle, "peter", Role.PROFESSIONAL, Relation.SOCIAL_PEDAGOGUE, False),
        (other, "fatima", Role.CUSTODY_PARENT, Relation.MOTHER, False),
        (other, "frede", Role.PROFESSIONAL, Relation.SOCIAL_WORKER, True),
    ]
    for where, name, role, relation, responsible in places:
        db.add(
            Membership(
                circle=where,
                person=people[name],
                role=role,
                relation=relation,
                is_responsible=responsible,
            )
        )
    db.flush()
    return Cast(circle, other, emil, freja, alma, people)


def person_by_id(db: Session, person_id: UUID) -> Person:
    """The person as a page's own session sees them: with memberships loaded."""
    statement = select(Person).where(Person.id == person_id)
    return db.scalars(statement.options(selectinload(Person.memberships))).one()
