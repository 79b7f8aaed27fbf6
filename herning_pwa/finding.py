"""Finding one thing by its id: among what somebody may see, or not at all."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

from herning_pwa.db import Base
from herning_pwa.errors import NotFound

Thing = TypeVar("Thing", bound=Base)


def the_one(db: Session, seen: Select[Thing]) -> Thing:
    """What the statement finds; raises NotFound. ``seen`` begins with a ``visible_to``."""
    thing = db.scalars(seen).unique().first()  # what is joined to it may give it many rows
    if thing is None:
        raise NotFound
    return thing


def locked(seen: Select[Thing], kind: type[Thing]) -> Select[Thing]:
    """The same, held until the transaction ends: who comes second sees what has happened."""
    return seen.with_for_update(of=kind).execution_options(populate_existing=True)
