"""A mail server on this machine that writes down what it is given, and a database of its own."""

from __future__ import annotations

import socketserver
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine

from tests.fresh import fresh_database, installation

Install = Callable[..., None]


@dataclass
class Postman:
    """The fake mail server. ``answers`` replaces its reply to a command, such as ``RCPT``."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    has_come: Event = field(default_factory=Event)

    def url(self, host: str = "127.0.0.1") -> str:
        return f"smtp://{host}:{self.port}"

    def reply_to(self, line: str) -> str:
        self.heard.append(line)
        command = line.split(" ", maxsplit=1)[0].upper()
        if command in self.answers:
            return self.answers[command]
        if command == "RCPT":
            self.receivers.append(line.partition("<")[2].partition(">")[0])
        return {"QUIT": "221 farvel", "DATA": "354 skriv"}.get(command, "250 ok")


class Conversation(socketserver.StreamRequestHandler):
    """One connection, in the few words of SMTP that a client needs."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # the client may hang up
            self.listen(self.server.postman)  # type: ignore[attr-defined]

    def listen(self, postman: Postman) -> None:
        self.say("220 klar")
        while line := self.rfile.readline().decode(errors="replace").strip():
            reply = postman.reply_to(line)
            self.say(reply)
            if reply.startswith("354"):
                body = b"".join(iter(self.rfile.readline, b".\r\n"))
                postman.letters.append(message_from_bytes(body, policy=policy.default))
                postman.has_come.set()
                self.say(postman.answers.get("BODY", "250 modtaget"))
            if reply.startswith("221"):
                return

    def say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@pytest.fixture
def postman() -> Iterator[Postman]:
    """A mail server on every loopback address."""
    postman = Postman()
    with Server(("0.0.0.0", 0), Conversation) as server:
        server.postman = postman  # type: ignore[attr-defined]
        postman.port = server.server_address[1]
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield postman
        server.shutdown()


@pytest.fixture
def install(engine: Engine, tmp_path: Path) -> Iterator[Install]:
    """Become an installation with a fresh database and the given settings."""
    with ExitStack() as stack:
        url = stack.enter_context(fresh_database(engine, tmp_path))

        def become(**env: str) -> None:
            stack.enter_context(installation(HERNING_DATABASE_URL=url, **env))

        yield become


@pytest.fixture
def house(install: Install, postman: Postman) -> None:
    """An installation that sends through the postman."""
    install(HERNING_SMTP_URL=postman.url(), HERNING_DEMO="0")
