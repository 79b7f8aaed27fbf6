"""A caller of the running app, for the tests of the frame."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.server import Server, server

__all__ = ["server", "web"]


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    """A caller that follows nothing and keeps nothing."""
    with httpx.Client(base_url=server.url) as web:
        yield web
