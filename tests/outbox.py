"""A phone in Python: it seals what is written and sends it, as assets/components/outbox does."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select
from uuid_utils.compat import uuid7

from herning_pwa import clock, routes
from herning_pwa.db import make_engine
from herning_pwa.offline.keys import current_key_id, public_point
from herning_pwa.people.models import Person
from tests.server import Server

CURVE = ec.SECP256R1()


def seal(
    kind: str,
    fields: dict[str, str],
    person_id: UUID | str,
    *,
    id: UUID | str = "",
    written_at: datetime | None = None,
    form: str = "",
    schema: int = 1,
    key: tuple[str, bytes] | None = None,
) -> dict[str, Any]:
    """One entry, ready to be sent. ``key`` is the server's id and point; this process's own unless
    it is given."""
    written = (written_at or clock.now()).isoformat()
    plaintext = {"kind": kind, "written_at": written, "fields": fields}
    if form:
        plaintext["form"] = form
    return seal_text(json.dumps(plaintext), person_id, id=id, schema=schema, key=key)


def seal_text(
    plaintext: str,
    person_id: UUID | str,
    *,
    id: UUID | str = "",
    schema: int = 1,
    key: tuple[str, bytes] | None = None,
) -> dict[str, Any]:
    """Whatever it is, sealed."""
    key_id, point = key or (current_key_id(), public_point(current_key_id()))
    own_id, person = str(id or uuid7()), str(person_id)
    ours = ec.generate_private_key(CURVE)
    ephemeral = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = ours.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point))
    secret = HKDF(SHA256(), 32, salt=ephemeral + point, info=b"sammen-outbox").derive(shared)
    iv, about = os.urandom(12), f"sammen-outbox|{schema}|{own_id}|{person}"
    sealed = AESGCM(secret).encrypt(iv, plaintext.encode(), about.encode())
    return {
        "id": own_id,
        "schema": schema,
        "person": person,
        "key": key_id,
        "ephemeral": written_out(ephemeral),
        "iv": written_out(iv),
        "sealed": written_out(sealed),
    }


@cache
def key_of(server_url: str) -> tuple[str, bytes]:
    """The key a running server wants its entries sealed to."""
    answer = httpx.get(server_url + routes.API_OUTBOX_KEY).raise_for_status().json()
    return answer["id"], read_out(answer["key"])


def write(server: Server, email: str, cookie: str, kind: str, fields: dict[str, str]) -> Any:
    """One thing written and sent from the person's own phone; its answer."""
    engine = make_engine(server.database_url)
    with engine.connect() as connection:
        person = connection.scalar(select(Person.id).where(Person.email == email))
    engine.dispose()
    entry = seal(kind, fields, person, key=key_of(server.url))
    headers = {"Cookie": cookie, "Origin": server.url}
    with httpx.Client(base_url=server.url, headers=headers) as web:
        return post(web, entry).raise_for_status().json()["answers"][0]


def post(web: httpx.Client, *entries: object) -> httpx.Response:
    """Send them, with the cookies the client has."""
    return web.post(routes.API_OUTBOX, json={"entries": list(entries)})


def statuses(answer: httpx.Response) -> list[str]:
    return [each["status"] for each in answer.raise_for_status().json()["answers"]]


def written_out(content: bytes) -> str:
    """base64url without padding."""
    return urlsafe_b64encode(content).decode().rstrip("=")


def read_out(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
