"""Telling the family at home that there is something to look at."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.models import Person


def tell_family(db: Session, circle: Circle, *, but: Person, about: Child | None = None) -> None:
    """A mail without names or content to parents with custody and young people.

    ``about`` is the one child it concerns: then no brother or sister is told.
    """
    for place in circle.active_memberships:
        if place.person_id != but.id and _is_told(place, about):
            tell_there_is_news(db, place.person)


def _is_told(place: Membership, about: Child | None) -> bool:
    if place.role is Role.YOUNG_PERSON:
        return about is None or place.person_id == about.person_id
    return place.role is Role.CUSTODY_PARENT
