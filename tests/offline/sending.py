"""What several outbox tests do: write something, and let it arrive."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal
from herning_pwa.offline.commands import answer_entry
from herning_pwa.offline.envelope import read_sealed
from herning_pwa.offline.models import OutboxAnswer
from herning_pwa.offline.opening import open_sealed
from herning_pwa.people.models import Person
from tests.outbox import seal


def said(goal: Goal, note: str = "Han gik selv.") -> dict[str, str]:
    """The form's fields."""
    return {
        "goal_id": str(goal.id),
        "client_key": str(uuid4()),
        "rating": "7",
        "note": note,
        "happened_on": "",
    }


def send(
    db: Session, who: Person, fields: dict[str, str], kind: str = "progress", **more: Any
) -> OutboxAnswer:
    """Seal it, open it, carry it out."""
    entry = open_sealed(read_sealed(seal(kind, fields, who.id, **more)))
    return answer_entry(db, who, entry=entry)
