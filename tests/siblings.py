"""Emil grown to thirteen, with a sign-in of his own beside Freja's."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from tests.cast import UNUSABLE_PASSWORD, Cast


def emil_signs_in(db: Session, cast: Cast) -> Person:
    """The second young person of the circle."""
    emil = Person(first_name="Emil", email="emil@familie.example", password_hash=UNUSABLE_PASSWORD)
    db.add(emil)
    db.flush()
    db.add(
        Membership(circle=cast.circle, person=emil, role=Role.YOUNG_PERSON, relation=Relation.CHILD)
    )
    cast.emil.birth_date = today() - timedelta(days=366 * 13)
    cast.emil.person_id = emil.id
    cast.people["emil_himself"] = emil
    db.flush()
    return emil
