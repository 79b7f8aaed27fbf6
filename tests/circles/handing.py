"""Handing circles over as Sanne would. It is Friday 20 November, nine in the morning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from uuid import UUID

import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import hand_over
from herning_pwa.circles.commands.carrying_out import settle
from herning_pwa.circles.models import Circle, Handover, Membership
from herning_pwa.fields import copenhagen
from herning_pwa.people.models import Person
from tests.cast import Cast

Travel = time_machine.Traveller

FERIE = {
    "who": "frede@kommune.example",
    "lasting": "period",
    "starts_on": "2026-12-01",
    "back_on": "2026-12-15",
    "reason": "Jeg holder ferie.",
}
FOR_GOOD = FERIE | {"lasting": "for_good", "back_on": ""}


def given(
    db: Session, cast: Cast, *, by: str = "sanne", plan: dict[str, str] = FERIE, **other: str
) -> Handover:
    """The circle around Emil and Freja, handed over as the plan says."""
    fields: dict[str, object] = {**plan, **other}
    return hand_over(db, cast.people[by], circle_id=cast.circle.id, fields=fields)


def midnight(day: str) -> datetime:
    """The first moment of that day in Denmark."""
    return copenhagen(datetime.fromisoformat(day).date(), time())


def arrive(db: Session, cast: Cast, november: Travel, at: datetime) -> None:
    """It is then, and the loop has come by."""
    november.move_to(at, tick=False)
    settle(db, cast.circle.id)
    db.expire_all()


def who_answers(db: Session, circle_id: UUID) -> list[str]:
    """First names of those with the responsibility at this moment."""
    db.flush()
    rows = select(Person.first_name).join(Person.memberships)
    return list(
        db.scalars(
            rows.where(
                Membership.circle_id == circle_id,
                Membership.is_active,
                Membership.is_responsible,
            )
        )
    )


def sees(db: Session, person: Person, circle: Circle) -> bool:
    """Whether the person is let into the circle at this moment."""
    db.flush()
    db.expire(person)
    return person.membership_in(circle.id) is not None


Given = Callable[..., Handover]
