"""A caller of the running app, for the tests of the frame."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.server import Server


@pytest.fixture(scope="module")
def web(server: Server) -> Iterator[httpx.Client]:
    """Mette's browser without its screen: it sends her cookie and follows nothing."""
    with httpx.Client(base_url=server.url) as web:
        web.post(
            routes.API_SESSION,
            data={"email": "mette@familie.example", "password": DEMO_PASSWORD},
            headers={"origin": server.url},
        )
        yield web
