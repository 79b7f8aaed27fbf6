"""A push service on this machine that writes down what it is given, and browsers that open it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from uuid import UUID

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.notifications.commands.subscribing import subscribe
from herning_pwa.people.models import Method, Person, SignInSession
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.sessions import begin_session

REAL = "https://fcm.googleapis.com/fcm/send/en-lang-adresse"


@dataclass
class Received:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushService:
    """``answers`` replaces its 201 for one path."""

    port: int = 0
    received: list[Received] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)

    def endpoint(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"


class Counter(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        service: PushService = self.server.service  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        service.received.append(Received(self.path, headers, body))
        self.send_response(service.answers.get(self.path, 201))
        self.send_header("location", service.endpoint("et-andet-sted"))
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Nothing on the test's screen."""


@contextmanager
def push_service() -> Iterator[PushService]:
    service = PushService()
    with ThreadingHTTPServer(("127.0.0.1", 0), Counter) as server:
        server.service = service  # type: ignore[attr-defined]
        service.port = server.server_address[1]
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield service
        server.shutdown()


class Browser:
    """A browser that has said yes: its own keys, and an address at a push service."""

    def __init__(self, endpoint: str = REAL) -> None:
        self.endpoint = endpoint
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = b"seksten byte her"
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.keys = {"p256dh": base64url(point), "auth": base64url(self.auth)}

    @property
    def subscription(self) -> dict[str, Any]:
        return {"endpoint": self.endpoint, "expirationTime": None, "keys": self.keys}

    def opened(self, received: Received) -> str:
        """What only this browser can read."""
        plain: bytes = http_ece.decrypt(
            received.body, private_key=self.key, auth_secret=self.auth, version="aes128gcm"
        )
        return plain.decode()

    def shown(self, received: Received) -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(self.opened(received))
        return shown


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed_in(db: Session, person: Person) -> UUID:
    """A sign-in of the person's, by its id."""
    secret = begin_session(db, person, method=Method.DEMO)
    db.flush()
    found = select(SignInSession.id).where(SignInSession.secret_hash == hash_secret(secret))
    return db.scalars(found).one()


def says_yes(
    db: Session,
    person: Person,
    browser: Browser,
    *,
    session_id: UUID | None = None,
    browser_hash: str = "hash",
) -> None:
    """The person wants their messages on this browser."""
    subscribe(
        db,
        person,
        session_id=session_id or signed_in(db, person),
        browser_hash=browser_hash,
        browser="Chrome, Android",
        endpoint=browser.endpoint,
        **browser.keys,
    )
