"""Phones that keep what is written until it is answered, as docs and assets/components/outbox do.

A second telling of the protocol, in Python: what a phone does with each answer, and with none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any
from uuid import UUID

from herning_pwa import routes
from herning_pwa.offline.delivering import Status

AT_MOST = 50
DONE = {Status.APPLIED, Status.REFUSED}
FOR_GOOD = {Status.MISMATCH, Status.UNREADABLE}
BUSY = {429, 503}

Sealed = dict[str, Any]
Answers = list[tuple[str, Status]]
Send = Callable[[list[Sealed]], Answers]


class NoAnswer(Exception):
    """The line or the server gave out. Nothing is known of what became of it."""


@dataclass
class Phone:
    """One phone in one person's hands. ``waiting`` and ``useless`` are what it has stored.

    ``told`` is what its person was told at last; ``sent`` how often each entry has left.
    """

    person: UUID
    send: Send
    batch: int = AT_MOST
    waiting: dict[str, Sealed] = field(default_factory=dict)
    useless: set[str] = field(default_factory=set)
    not_now: set[str] = field(default_factory=set)
    told: dict[str, Status] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)

    def keep(self, entry: Sealed) -> None:
        """From now on the person has been promised that it will be sent."""
        self.waiting[entry["id"]] = entry

    def due(self) -> list[Sealed]:
        """What goes with the next request: own entries, oldest first."""
        own = str(self.person)
        rows = [row for key, row in self.waiting.items() if key not in self.useless | self.not_now]
        return [row for row in rows if row["person"] == own][: self.batch]

    def deliver(self) -> None:
        """Send what is due and hear what became of it; raises NoAnswer."""
        entries = self.due()
        if not entries:
            return
        for entry in entries:
            self.sent[entry["id"]] = self.sent.get(entry["id"], 0) + 1
        self.hear(self.send(entries))

    def hear(self, answers: Answers) -> None:
        """Only an answer that is final for the entry ends its waiting."""
        for key, status in answers:
            if key not in self.waiting:
                continue  # heard before
            if status in DONE | FOR_GOOD:
                self.told[key] = status
            if status in DONE:
                del self.waiting[key]
            elif status in FOR_GOOD:
                self.useless.add(key)
            elif status is Status.NOT_YOURS:
                self.not_now.add(key)

    def hand_to(self, person: UUID, send: Send) -> None:
        """Somebody else signs in; what waits for the first one goes on waiting."""
        self.person, self.send = person, send
        self.not_now.clear()


def over_http(port: int, *, host: str, cookie: str, patience: float) -> Send:
    """Send to this machine's ``port``, as a browser on a page of ``host`` would."""
    headers = {
        "Host": host,
        "Origin": f"http://{host}",
        "Cookie": cookie,
        "Content-Type": "application/json",
        "Connection": "close",
    }

    def send(entries: list[Sealed]) -> Answers:
        body = json.dumps({"entries": entries})
        line = HTTPConnection("127.0.0.1", port, timeout=patience)
        try:
            line.request("POST", routes.API_OUTBOX, body, headers)
            answer = line.getresponse()
            return _read(answer.status, answer.read(), [entry["id"] for entry in entries])
        except (OSError, HTTPException, ValueError) as error:
            raise NoAnswer from error
        finally:
            line.close()

    return send


def _read(status: int, body: bytes, asked: Iterable[str]) -> Answers:
    """Raises ValueError for what is no whole answer, RuntimeError for one that should not be."""
    content = json.loads(body)
    if status in BUSY:
        raise NoAnswer
    if status != 200:
        raise RuntimeError(f"the outbox answered {status}: {content}")
    answers = [(row["id"], Status(row["status"])) for row in content["answers"]]
    if [key for key, _status in answers] != list(asked):
        raise RuntimeError("the answers are not those to what was sent")
    return answers
