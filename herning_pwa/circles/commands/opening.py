"""Opening a circle: the one act that happens before anybody is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.fields import read_name
from herning_pwa.circles.models import Child, Circle, Membership, Relation, Role
from herning_pwa.fields import TITLE_LIMIT, checking
from herning_pwa.i18n import _
from herning_pwa.people.commands import find_by_email
from herning_pwa.people.models import Person, Staff
from herning_pwa.people.passwords import check_password, hash_password, normalise_email


@dataclass(frozen=True)
class NewChild:
    """A child the circle stands around; not yet born without a birth date, and perhaps
    without a name."""

    first_name: str
    birth_date: date | None = None


def open_circle(
    db: Session,
    *,
    name: str,
    children: Iterable[NewChild],
    responsible_name: str,
    email: str,
    password: str = "",
) -> Circle:
    """A circle with its children and its responsible professional, who invites the others.

    Called by the municipality's operator, at the server. The professional is the person
    with that e-mail, or somebody new, who then needs a password. Raises Invalid for the
    fields name, responsible_name and password.
    """
    address = normalise_email(email)
    person = find_by_email(db, address)
    with checking() as check:
        missing = _("Write what the circle is called.")
        called = check.text("name", name, limit=TITLE_LIMIT, missing=missing)
        if person is None:
            first_name = read_name(check, "responsible_name", responsible_name)
            check_password(check, "password", password, first_name=first_name, email=address)
    if person is None:
        person = Person(first_name=first_name, email=address, password_hash=hash_password(password))
        db.add(person)
    person.staff = person.staff or Staff.PROFESSIONAL
    circle = Circle(name=called)
    circle.children = [
        Child(first_name=_name(child), birth_date=child.birth_date) for child in children
    ]
    circle.memberships = [
        Membership(
            person=person,
            role=Role.PROFESSIONAL,
            relation=Relation.SOCIAL_WORKER,
            is_responsible=True,
        )
    ]
    db.add(circle)
    db.flush()
    record(db, person, "circle.opened", circle, circle_id=circle.id)
    return circle


def _name(child: NewChild) -> str:
    """A child not born yet may have no name."""
    return child.first_name.strip() or _("The little one")
