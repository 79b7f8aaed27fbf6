"""Running a query or a command as the person of this moment, in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from herning_pwa.activity.commands import changed_circles, record_denied
from herning_pwa.db import reading, transaction
from herning_pwa.errors import ChangedMeanwhile, DomainError, NotAllowed, NotFound, NotFresh
from herning_pwa.people.commands import forget_form
from herning_pwa.people.frame import frame_for
from herning_pwa.people.freshness import must_be_fresh
from herning_pwa.people.models import Person
from herning_pwa.people.queries.shell import kept_forms
from herning_pwa.people.second_factor import is_open_without_second_factor
from herning_pwa.people.sessions import Actor, load_actor, pages_to_close, touch
from herning_pwa.ui.frame import Frame
from herning_pwa.ui.values import KeptText

CURRENT_CIRCLE = object()
"""Stands for the circle the person has chosen to look at, in a query's or command's arguments."""

CURRENT_SESSION = object()
"""Stands for the sign-in session's own id."""


@dataclass(frozen=True)
class Seen:
    """What a query gave, and what stands around it."""

    actor: Actor
    view: Any
    frame: Frame
    kept: list[KeptText]


@dataclass(frozen=True)
class Ran:
    """What a command returned, which circles it changed, whose other pages must close (by the
    hashes of their sessions), and until when the session lives."""

    value: Any
    circles: set[UUID]
    closed: set[str]
    expires_milliseconds: int


def look(
    session_hash: str,
    query: Callable[..., Any],
    arguments: dict[str, Any],
    *,
    is_asked: bool = True,
) -> Seen:
    """Run ``query(db, actor, **arguments)``. Raises DomainError.

    A refused look is logged when somebody asked for it, not when an open page that
    could be seen until now loads itself again.
    """
    try:
        return _look(session_hash, query, arguments)
    except (NotAllowed, NotFound) as error:
        if is_asked:
            _log_denied(session_hash, query, arguments, error)
        raise


def _look(session_hash: str, query: Callable[..., Any], arguments: dict[str, Any]) -> Seen:
    with reading() as db:
        actor = _load(db, session_hash, query)
        view = query(db, actor.person, **_filled_in(arguments, actor))
        kept = [] if actor.is_limited else [KeptText(**row) for row in kept_forms(db, actor.person)]
        return Seen(actor, view, frame_for(actor), kept)


def run(
    session_hash: str, command: Callable[..., Any], arguments: dict[str, Any], *, form: str = ""
) -> Ran:
    """Run ``command(db, actor, **arguments)``; ``form`` is the kept form that has been sent.

    Raises DomainError; NotFresh when the act is sensitive (decision 31) and the person has not
    shown lately who they are. A refused attempt is logged in a transaction of its own,
    since the refused work is rolled back.
    """
    try:
        with first_come(), transaction() as db:
            actor = _load(db, session_hash, command)
            touch(db, actor.session_id)
            given = _filled_in(arguments, actor)
            value = carry_out(db, actor.person, command, given, form=form, is_fresh=actor.is_fresh)
            alive = _load(db, session_hash, command)
            closed = pages_to_close(db) - {session_hash}
            return Ran(value, set(changed_circles(db)), closed, alive.expires_milliseconds)
    except (NotAllowed, NotFound) as error:
        _log_denied(session_hash, command, arguments, error)
        raise


def carry_out(
    db: Session,
    person: Person,
    command: Callable[..., Any],
    arguments: dict[str, Any],
    *,
    form: str = "",
    is_fresh: bool = False,
) -> Any:
    """Run the command in the caller's transaction, as this person; then forget the kept form that
    has been sent. Raises DomainError."""
    if not is_fresh and must_be_fresh(db, person, command, arguments):
        raise NotFresh
    value = command(db, person, **arguments)
    if form:
        forget_form(db, person, form=form)
    db.flush()
    return value


@contextmanager
def first_come() -> Iterator[None]:
    """Raises ChangedMeanwhile where another transaction has changed the same."""
    try:
        yield
    except (StaleDataError, IntegrityError):
        raise ChangedMeanwhile from None


def _load(db: Session, session_hash: str, work: Callable[..., Any]) -> Actor:
    return load_actor(db, session_hash, may_be_limited=is_open_without_second_factor(work))


def _filled_in(arguments: dict[str, Any], actor: Actor) -> dict[str, Any]:
    stands_for = {id(CURRENT_CIRCLE): actor.circle_id, id(CURRENT_SESSION): actor.session_id}
    return {name: stands_for.get(id(value), value) for name, value in arguments.items()}


def _log_denied(
    session_hash: str, work: Callable[..., Any], arguments: dict[str, Any], error: DomainError
) -> None:
    with transaction() as db:
        log_denied(db, _load(db, session_hash, work).person.id, work, arguments, error)


def log_denied(
    db: Session,
    person_id: UUID,
    work: Callable[..., Any],
    arguments: dict[str, Any],
    error: DomainError,
) -> None:
    """Log that the person tried this and was refused."""
    record_denied(
        db,
        person_id,
        work.__name__,
        object_id=_object_of(arguments),
        reason=type(error).__name__,
    )


def _object_of(arguments: dict[str, Any]) -> UUID | None:
    """The id the attempt was about: the first argument whose name ends in ``_id``."""
    for name, value in arguments.items():
        if name.endswith("_id") and isinstance(value, str | UUID):
            try:
                return UUID(str(value))
            except ValueError:
                return None
    return None
