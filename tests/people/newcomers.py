"""People of a running app who are not the demo's: for them the real rules hold."""

from __future__ import annotations

from sqlalchemy import select

from herning_pwa.circles.models import Circle, Membership, Relation, Role
from herning_pwa.db import reading, transaction
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import hash_password
from tests.people.codes import codes_for

PASSWORD = "gule gummistøvler i regnen"


def move_in(email: str, first_name: str = "Asta", *, staff: Staff | None = None) -> None:
    """Somebody new in the circle around Emil: a neighbour, or the municipality's."""
    role = Role.PROFESSIONAL if staff else Role.NETWORK_MEMBER
    relation = Relation.SOCIAL_PEDAGOGUE if staff else Relation.NEIGHBOUR
    with transaction() as db:
        circle = db.scalars(select(Circle).where(Circle.name.contains("Emil"))).one()
        person = Person(
            first_name=first_name,
            email=email,
            password_hash=hash_password(PASSWORD),
            staff=staff,
        )
        db.add(Membership(circle=circle, person=person, role=role, relation=relation))


def newest_code(email: str) -> str:
    with reading() as db:
        return codes_for(db, email)[0]
