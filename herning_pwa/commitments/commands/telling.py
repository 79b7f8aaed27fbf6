"""Telling people that there is something to look at."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership
from herning_pwa.notifications.commands import tell_there_is_news
from herning_pwa.people.models import Person


def tell(db: Session, places: Iterable[Membership | None], *, but: Person) -> None:
    """A mail without names or content to each, but not to the one who acts."""
    for place in places:
        if place is not None and place.person_id != but.id:
            tell_there_is_news(db, place.person)
