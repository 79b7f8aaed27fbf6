"""Where the walks through the protocol take place: two people, signed in, and two goals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.db import make_engine, transaction
from herning_pwa.offline.delivering import Sender
from herning_pwa.people.models import Method, Person
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sessions import begin_session
from tests.agreed import agreed_goal
from tests.cast import assemble
from tests.fresh import fresh_database, installation

PEOPLE = ("mette", "jens")  # Mette stays; Jens is taken out of the circle and comes back


class PowerCut(BaseException):
    """The server goes down here. Nothing in it catches this."""


@dataclass(frozen=True)
class Place:
    """The committed world all walks share: who is who, signed in, and two goals."""

    circle_id: UUID
    goals: tuple[UUID, UUID]  # one both see, one of strangers
    people: dict[str, UUID]
    senders: dict[str, Sender]


@contextmanager
def two_people(folder: Path) -> Iterator[Place]:
    with (
        fresh_database(make_engine("sqlite://"), folder) as url,
        installation(HERNING_DATABASE_URL=url),
    ):
        with transaction() as db:
            cast = assemble(db)
            goals = (
                agreed_goal(db, cast.circle, cast.mette).id,
                agreed_goal(db, cast.other_circle, cast.fatima).id,
            )
            people = {who: cast.people[who].id for who in PEOPLE}
            senders = {who: _signed_in(db, cast.people[who]) for who in PEOPLE}
            circle_id = cast.circle.id
        yield Place(circle_id, goals, people, senders)


def _signed_in(db: Session, person: Person) -> Sender:
    secret = begin_session(db, person, method=Method.PASSKEY)
    return Sender(hash_secret(secret), person.id)


def place_of(person: Person, circle_id: UUID) -> Membership:
    return Membership(
        circle_id=circle_id,
        person_id=person.id,
        role=Role.NETWORK_MEMBER,
        relation=Relation.COACH,
    )


@contextmanager
def power_cut_before_commit() -> Iterator[None]:
    """The next transaction ends before it is stored."""

    def cut(_db: Session) -> None:
        raise PowerCut

    event.listen(Session, "before_commit", cut)
    try:
        yield
    finally:
        event.remove(Session, "before_commit", cut)
