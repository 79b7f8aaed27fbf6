"""Inviting as Mette or Sanne would, in a November that never changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa.circles.commands import invite
from herning_pwa.circles.models import Invitation, Membership
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person
from tests.cast import Cast

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=COPENHAGEN)
PASSWORD = "rolig sommer ved fjorden"

Inviting = Callable[..., Invitation]


@pytest.fixture(autouse=True)
def november() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def inviting(db: Session, cast: Cast) -> Inviting:
    """Invite Asta, a neighbour, as Mette would, with whatever else the test says."""

    def invited(by: Person | None = None, **other: object) -> Invitation:
        form: dict[str, object] = {
            "circle_id": cast.circle.id,
            "place": "network_member:neighbour",
            "name": "Asta",
            "email": "asta@familie.example",
        }
        return invite(db, by or cast.mette, **{**form, **other})

    return invited


@pytest.fixture
def invitation(inviting: Inviting) -> Invitation:
    """Asta, a neighbour, invited by Mette."""
    return inviting()


def secret_of(db: Session, invitation: Invitation) -> str:
    """The secret in the newest mail about the invitation."""
    return db.get_one(Mail, invitation.mail_id).secret


def place_of(db: Session, person: Person) -> Membership:
    return db.query(Membership).filter_by(person_id=person.id, ended_at=None).one()
