"""Acts so sensitive that the person must just have shown who they are (OWASP ASVS 5.0, 7.5.1).

Which they are, and why those: decision 31.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from herning_pwa.people.models import Person

Command = TypeVar("Command", bound=Callable[..., Any])

_sensitive: dict[Callable[..., Any], Callable[..., bool]] = {}


def _always(*_about: object, **_given: object) -> bool:
    return True


def sensitive(command: Command) -> Command:
    """Mark a command: ``people.running.run`` refuses it with NotFresh on an older sign-in."""
    return sensitive_when(_always)(command)


def sensitive_when(is_so: Callable[..., bool]) -> Callable[[Command], Command]:
    """Mark a command that is sensitive when ``is_so`` says yes to what it is to be run with."""

    def mark(command: Command) -> Command:
        _sensitive[command] = is_so
        return command

    return mark


def is_sensitive(command: Callable[..., Any]) -> bool:
    """Whether the command is marked, for some arguments at least."""
    return command in _sensitive


def all_sensitive() -> set[Callable[..., Any]]:
    return set(_sensitive)


def must_be_fresh(
    db: Session, actor: Person, command: Callable[..., Any], arguments: dict[str, Any]
) -> bool:
    """Whether running it like this asks who the person is. Raises what finding the thing raises."""
    return is_sensitive(command) and _sensitive[command](db, actor, **arguments)
