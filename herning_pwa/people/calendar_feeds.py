"""Finding a calendar's secret address: by its secret, and for its owner."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.people.models import CalendarFeed, Person
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sealing import unseal

SEALED_FOR = "calendar feed"


def find_feed(db: Session, secret: str) -> CalendarFeed | None:
    """The feed at this address; none for an address that is old, cut or invented."""
    there = select(CalendarFeed).where(CalendarFeed.secret_hash == hash_secret(secret))
    return db.scalar(there.options(joinedload(CalendarFeed.person)))


def feed_of(db: Session, person: Person) -> CalendarFeed | None:
    own = select(CalendarFeed).where(CalendarFeed.person_id == person.id)
    return db.scalar(own.options(joinedload(CalendarFeed.person)))


def secret_of(feed: CalendarFeed) -> str:
    """The secret itself, to be shown to its owner; empty after the installation's key changed."""
    return unseal(feed.sealed_secret, use=SEALED_FOR, owner_id=feed.person_id) or ""
