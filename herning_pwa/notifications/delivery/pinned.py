"""One POST to an address that was looked up and found public: to it, and to nothing else."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from herning_pwa.notifications.delivery.endpoints import (
    HTTPS_PORT,
    Resolver,
    addresses_of,
    public_address,
)

HTTP_PORT = 80


@dataclass(frozen=True)
class Reply:
    """What the service said. Its words are not read: they could carry anything."""

    status_code: int
    reason: str = ""
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pinned:
    """Stands in for a ``requests`` session in pywebpush. Redirects are not followed."""

    resolve: Resolver = addresses_of

    def post(
        self, endpoint: str, *, data: bytes, headers: Mapping[str, object], timeout: float
    ) -> Reply:
        """Raises NotPublic, OSError or HTTPException when there is no answer."""
        parts = urlsplit(endpoint)
        is_secure = parts.scheme == "https"
        host = parts.hostname or ""
        port = parts.port or (HTTPS_PORT if is_secure else HTTP_PORT)
        address = public_address(host, port, self.resolve)
        kind = _Secure if is_secure else _Plain
        connection = kind(host, port, address, timeout)
        try:
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request("POST", path, data, {name: str(v) for name, v in headers.items()})
            return Reply(connection.getresponse().status)
        finally:
            connection.close()


class _Plain(HTTPConnection):
    """Only for the development's own push service, on this machine."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self.address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self.address, self.port), self.timeout)


class _Secure(HTTPSConnection):
    """Talks to the address, and asks it to prove that it is the name."""

    def __init__(self, host: str, port: int, address: str, timeout: float) -> None:
        self.proof = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self.proof)
        self.address = address

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), self.timeout)
        self.sock = self.proof.wrap_socket(plain, server_hostname=self.host)


__all__ = ["HTTPException", "Pinned", "Reply"]
