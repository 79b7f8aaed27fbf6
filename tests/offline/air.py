"""What is between the phones and the server: what somebody wrote, and what is on its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from herning_pwa.offline.delivering import Status
from tests.faults.phones import Answers, NoAnswer, Sealed

IN_THE_AIR = 6
Thing = TypeVar("Thing")


@dataclass
class Written:
    """One thing somebody wrote. ``came_of_it`` is what the plain rules say."""

    author: str
    words: str
    fields: dict[str, str]
    about_own: bool
    came_of_it: Status | None = None


@dataclass(frozen=True)
class Request:
    """Entries on their way, in the session of ``sender``."""

    phone: int
    sender: str
    entries: list[Sealed]


def no_line(_entries: list[Sealed]) -> Answers:
    """Nothing a phone sends gets through by itself."""
    raise NoAnswer


@dataclass
class InTheAir:
    """What has been sent and may still arrive, any number of times."""

    requests: list[Request] = field(default_factory=list)
    answers: list[tuple[int, Answers]] = field(default_factory=list)

    def add(self, thing: Request | tuple[int, Answers]) -> None:
        things = self.requests if isinstance(thing, Request) else self.answers
        things.append(thing)  # type: ignore[arg-type]
        del things[:-IN_THE_AIR]


def one_of(things: list[Thing], which: int) -> Thing:
    return things[which % len(things)]
