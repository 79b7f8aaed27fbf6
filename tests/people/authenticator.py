"""A passkey made of software: it can do what a phone does, and what no phone should."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

from herning_pwa.config import settings

USER_PRESENT, USER_VERIFIED, HAS_CREDENTIAL = 0x01, 0x04, 0x40
COORDINATE = 32


@dataclass
class Phone:
    """One phone with one passkey. ``origin``, ``rp_id`` and ``flags`` can be set wrong."""

    origin: str = field(default_factory=lambda: settings().allowed_origins[-1])
    rp_id: str = "localhost"
    flags: int = USER_PRESENT | USER_VERIFIED
    count: int = 0
    counts: bool = True
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    user_handle: bytes = b""
    key: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP256R1()))

    def create(self, question: dict[str, Any], *, fmt: str = "none") -> dict[str, Any]:
        """What ``navigator.credentials.create`` gives for the question."""
        self.user_handle = base64url_to_bytes(question["user"]["id"])
        client = self._client_data("webauthn.create", question)
        data = self._data(self.flags | HAS_CREDENTIAL) + self._attested()
        statement: dict[str, Any] = {}
        if fmt == "packed":
            signed = self._sign(data + hashlib.sha256(client).digest())
            statement = {"alg": -7, "sig": signed}
        attestation = {"fmt": fmt, "attStmt": statement, "authData": data}
        return self._credential(clientDataJSON=client, attestationObject=encode_cbor(attestation))

    def get(self, question: dict[str, Any]) -> dict[str, Any]:
        """What ``navigator.credentials.get`` gives for the question."""
        self.count += self.counts
        client = self._client_data("webauthn.get", question)
        data = self._data(self.flags)
        return self._credential(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self._sign(data + hashlib.sha256(client).digest()),
            userHandle=self.user_handle,
        )

    def _client_data(self, kind: str, question: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": question["challenge"], "origin": self.origin}
        return json.dumps(told).encode()

    def _data(self, flags: int) -> bytes:
        site = hashlib.sha256(self.rp_id.encode()).digest()
        return site + bytes([flags]) + self.count.to_bytes(4, "big")

    def _attested(self) -> bytes:
        length = len(self.credential_id).to_bytes(2, "big")
        return bytes(16) + length + self.credential_id + encode_cbor(self._public_key())

    def _public_key(self) -> dict[int, Any]:
        """COSE, ES256 on P-256 (RFC 9053)."""
        point = self.key.public_key().public_numbers()
        x, y = (n.to_bytes(COORDINATE, "big") for n in (point.x, point.y))
        return {1: 2, 3: -7, -1: 1, -2: x, -3: y}

    def _sign(self, data: bytes) -> bytes:
        return self.key.sign(data, ECDSA(SHA256()))

    def _credential(self, **parts: bytes) -> dict[str, Any]:
        name = bytes_to_base64url(self.credential_id)
        response = {part: bytes_to_base64url(value) for part, value in parts.items()}
        return {"id": name, "rawId": name, "type": "public-key", "response": response}
