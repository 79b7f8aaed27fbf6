"""Every page wakes up in a browser without a word of complaint, wherever it is served from."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import Event

from playwright.sync_api import Browser, WebSocket

from herning_pwa import routes
from herning_pwa.web.addresses import read_pages
from tests.journeys.phone import Phone
from tests.server import Server

NOBODYS_ID = "00000000-0000-7000-8000-000000000000"


def test_every_page_comes_alive(phone: Callable[..., Phone], server: Server) -> None:
    """No failed hydration, nothing blocked by our own rules, no file missing."""
    for who in ("mette", "sanne"):
        device = phone(who)
        for built in read_pages():
            address = server.url + re.sub(r"\[\w+\]", NOBODYS_ID, built.route)
            wake(device, address)
            device.page.wait_for_timeout(300)
            assert device.complaints == [], built.route


def wake(device: Phone, address: str) -> None:
    """Open the page, and wait until its own socket has heard something."""
    heard = Event()

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda _frame: heard.set())

    device.page.once("websocket", listen)
    device.page.goto(address)
    device.until(heard.is_set)


def test_the_socket_goes_to_the_address_the_page_came_from(
    browser: Browser, server: Server
) -> None:
    page = browser.new_page()
    for host in ("localhost", "127.0.0.1"):
        with page.expect_websocket() as socket:
            page.goto(f"http://{host}:{server.port}{routes.SIGN_IN}")
        assert socket.value.url.startswith(f"ws://{host}:{server.port}/_event/")
    page.close()
