"""One person's phone: a browser of its own, as small as phones are."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, expect

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD, DEMO_PEOPLE

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
PATIENCE = 30_000  # milliseconds
ENDED_SOCKET = re.compile(
    r"WebSocket connection to '\S+/_event/\S+' failed: .*: 403"
    "|WebSocket is already in CLOSING or CLOSED state"
)
expect.set_options(timeout=PATIENCE)


def address_of(who: str) -> str:
    return next(person.email for person in DEMO_PEOPLE if person.first_name.casefold() == who)


class Phone:
    """``complaints`` collects every console or page error and blocked script.

    ``strangers`` are the requests and sockets to any other origin. A journey that expects
    complaints may clear those; strangers are never expected, and ``put_away`` says so.
    """

    def __init__(
        self,
        browser: Browser,
        url: str,
        who: str = "",
        *,
        size: dict[str, int] | None = None,
        dark: bool = False,
        reduced_motion: bool = False,
        scale: int = 1,
        user_agent: str | None = None,
    ) -> None:
        self.url = url
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.context = browser.new_context(
            viewport=size or PHONE,  # type: ignore[arg-type]
            device_scale_factor=scale,
            user_agent=user_agent,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if reduced_motion else "no-preference",
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("page", self._follow_sockets)
        self.page = self.context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", self._note)
        self.context.on("request", lambda request: self._follow(request.url))
        if who:
            self.sign_in(address_of(who))

    def sign_in(self, email: str, password: str = DEMO_PASSWORD) -> None:
        """Sign in as the form does, without drawing it."""
        answer = self.context.request.post(
            urljoin(self.url, routes.API_SESSION),
            form={"email": email, "password": password},
            headers={"Origin": self.url},
        )
        assert "fejl" not in answer.url, f"{email} could not sign in"

    def open(self, path: str) -> Phone:
        """Go to a page and wait until what it shows has come."""
        self.page.goto(urljoin(self.url, path))
        return self.settle()

    def settle(self) -> Phone:
        """Wait until no skeleton is left."""
        expect(self.page.locator("main .skeleton")).to_have_count(0, timeout=PATIENCE)
        return self

    def tap(
        self,
        name: str | re.Pattern[str],
        *,
        role: Any = "button",
        exact: bool = False,
        nth: int = 0,
    ) -> Phone:
        self.page.get_by_role(role, name=name, exact=exact).nth(nth).click()
        return self

    def unfold(self, summary: str, *, nth: int = 0) -> Phone:
        """Open the part of the page that hides behind these words."""
        self.page.locator("summary", has_text=summary).nth(nth).click()
        return self

    def write(self, label: str, text: str, *, nth: int = 0) -> Phone:
        self.page.get_by_label(label).nth(nth).fill(text)
        return self

    def sees(self, text: str) -> Phone:
        expect(self.page.get_by_text(text).first).to_be_visible()
        return self

    def does_not_see(self, text: str) -> Phone:
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def until(self, ask: Callable[[], object]) -> Phone:
        """Wait until the answer is yes. ``wait_for_function`` takes any promise for one."""
        give_up = time.monotonic() + PATIENCE / 1000
        while not ask():
            assert time.monotonic() < give_up, f"{self.page.url}: it never came to that"
            self.page.wait_for_timeout(50)
        return self

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def put_away(self) -> None:
        self.context.close()
        assert self.strangers == []

    def _listen(self, message: ConsoleMessage) -> None:
        """A page whose session ends under it may ask for its socket once more, or speak into one
        that has just been cut: no is right then, and what a page needs its socket for is waited
        for."""
        if message.type == "error" and not ENDED_SOCKET.search(message.text):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _follow_sockets(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._follow(socket.url))

    def _follow(self, address: str) -> None:
        """Nothing leaves our own server: no fonts, no counters, no scripts from elsewhere."""
        ours = (f"{self.url}/", f"{self.url.replace('http', 'ws', 1)}/", "data:", "blob:")
        if not address.startswith(ours):
            self.strangers.append(f"{self.page.url}: asked another origin, {address}")

    def _note(self, error: Error) -> None:
        self.complaints.append(f"{self.page.url}: {error.message}")
