"""A session that gives one person's queries only what somebody else may see as well.

The other person's own queries run in it unchanged: rows the reader may not see are simply not
there, whatever a query asks for and however it is written later. Default is no: of a guarded
kind that is not named, there is nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, event
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.util import LoaderCriteriaOption

from herning_pwa.circles.models import Invitation, Suggestion
from herning_pwa.commitments.models import Commitment
from herning_pwa.db import Base
from herning_pwa.followup.models import RulerReading
from herning_pwa.goals.models import Goal
from herning_pwa.meetings.models import AgendaPoint, Meeting, MeetingSummary, Preparation
from herning_pwa.progress.models import ProgressEntry

GUARDED: tuple[type[Base], ...] = (
    Goal,
    ProgressEntry,
    Meeting,
    AgendaPoint,
    Preparation,
    MeetingSummary,
    RulerReading,
    Invitation,
    Suggestion,
    Commitment,
)


def ids(db: Session, kind: type[Base], seen: Select[Any]) -> set[UUID]:
    """The ids of what a ``visible_to`` gives."""
    return set(db.scalars(seen.with_only_columns(kind.id)))


def _only(kind: type[Base], wanted: list[UUID]) -> LoaderCriteriaOption:
    """A function of the class, so that it also holds where a query reads the table twice.

    The list is a parameter with a name of its own: two lists in one query must not meet.
    """
    named = bindparam(f"{kind.__tablename__}_seen", wanted, type_=Uuid(), expanding=True)
    return with_loader_criteria(kind, lambda read: read.id.in_(named), include_aliases=True)


@contextmanager
def narrowed(db: Session, seen: dict[type[Base], Collection[UUID]]) -> Iterator[None]:
    """Within the block only these rows of the guarded kinds exist, and nothing can be written."""
    criteria = [_only(kind, list(seen.get(kind, ()))) for kind in {*GUARDED, *seen}]

    def narrow(asked: ORMExecuteState) -> None:
        if not asked.is_select:
            raise RuntimeError("nothing is written while looking as somebody else")
        asked.statement = asked.statement.options(*criteria)

    def refuse(*_flushed: object) -> None:
        raise RuntimeError("nothing is written while looking as somebody else")

    event.listen(db, "do_orm_execute", narrow)
    event.listen(db, "before_flush", refuse)
    try:
        yield
    finally:
        event.remove(db, "do_orm_execute", narrow)
        event.remove(db, "before_flush", refuse)
