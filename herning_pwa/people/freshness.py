"""Acts so sensitive that the person must just have shown who they are (OWASP ASVS 5.0, 7.5.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Command = TypeVar("Command", bound=Callable[..., Any])

_sensitive: set[Callable[..., Any]] = set()


def sensitive(command: Command) -> Command:
    """Mark a command: ``people.running.run`` refuses it with NotFresh on an older sign-in."""
    _sensitive.add(command)
    return command


def is_sensitive(command: Callable[..., Any]) -> bool:
    return command in _sensitive
