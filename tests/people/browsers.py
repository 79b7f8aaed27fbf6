"""A browser without a screen, at an address of its own, so that tests do not slow each other."""

from __future__ import annotations

from itertools import count

import httpx

from herning_pwa import routes
from tests.people.newcomers import PASSWORD, newest_code
from tests.server import Server

_numbers = count(2)


def new_number() -> int:
    """Each one once, so that people and addresses differ."""
    return next(_numbers)


class Browser(httpx.Client):
    """Keeps its cookies, follows nothing."""

    def __init__(self, server: Server) -> None:
        super().__init__(
            base_url=f"http://127.0.0.1:{server.port}",
            headers={"Origin": server.url, "User-Agent": "Chrome/140 (Android)"},
            transport=httpx.HTTPTransport(local_address=f"127.0.0.{new_number()}"),
        )

    def gives_password(self, email: str, password: str = PASSWORD) -> httpx.Response:
        return self.post(routes.API_SESSION, data={"email": email, "password": password})

    def gives_code(self, code: str) -> httpx.Response:
        return self.post(routes.API_SESSION_CODE, data={"kode": code})

    def signs_in(self, email: str) -> httpx.Response:
        """Both steps, as somebody who is not the demo's."""
        self.gives_password(email)
        return self.gives_code(newest_code(email))
