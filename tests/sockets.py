"""A browser tab without a browser: Reflex's socket protocol, spoken by hand.

Security tests need this, because an attacker is not bound to what our pages send.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import simple_websocket

NAMESPACE = "/_event"
ROOT_STATE = "reflex___state____state"
HYDRATE = f"{ROOT_STATE}.hydrate_and_load"
SYNC = f"{ROOT_STATE}.set_is_hydrated"
HYDRATED = '"is_hydrated_rx_state_":{}'
IS_THERE = HYDRATED.format("true")
PATIENCE = 60.0


class Client(simple_websocket.Client):
    """Hears also what the server sent together with its handshake.

    The library leaves that unread until the next byte comes, which may be the ping after 25 s.
    """

    def handshake(self) -> None:
        super().handshake()
        self.connected = self._handle_events()


class Tab:
    """One socket. ``frames`` keeps every text frame the server ever sent on it."""

    def __init__(
        self, address: str, *, cookie: str = "", token: str = "", origin: str = ""
    ) -> None:
        self.token = token or str(uuid4())
        self.frames: list[str] = []
        self.sent = 0
        self._at: dict[str, Any] = {}
        self._heard_at = time.monotonic()
        headers = {"Cookie": cookie} if cookie else {}
        headers["Origin"] = origin or address
        self._socket = Client(
            f"{address.replace('http', 'ws', 1)}{NAMESPACE}/?EIO=4&transport=websocket"
            f"&token={quote(self.token)}",
            headers=headers,
        )

    def connect(self, auth: dict[str, Any] | None = None) -> Tab:
        """Open the namespace; ``auth`` may carry a boot event as the real client does."""
        self._receive(60)
        self._socket.send(f"40{NAMESPACE},{json.dumps(auth or {})}")
        return self

    def send(
        self,
        name: str,
        payload: dict[str, Any] | None = None,
        path: str = "/",
        query: dict[str, str] | None = None,
    ) -> Tab:
        """Send one event, whatever its name. ``query`` has the parts of the address by name."""
        event = {
            "name": name,
            "payload": payload or {},
            "router_data": {
                "pathname": path.partition("?")[0],
                "asPath": path,
                "query": query or {},
            },
        }
        self._socket.send(f"42{NAMESPACE},{json.dumps(['event', event])}")
        self.sent += 1
        self._at = {"path": path, "query": query}
        return self

    def load(self, path: str = "/", query: dict[str, str] | None = None) -> Tab:
        """What a page does when it opens: send the whole tree, run the page's own load."""
        return self.send(HYDRATE, path=path, query=query)

    def open(self, path: str = "/", query: dict[str, str] | None = None) -> str:
        """Go to a page; everything that arrives until it is there, however slow the machine."""
        return self.load(path, query).hear(IS_THERE)

    def hear(self, *words: str) -> str:
        """Everything that arrives until all these words have; without any, until something has.

        Raises AssertionError when they do not come.
        """
        heard = ""
        while not heard or not all(word in heard for word in words):
            frame = self._receive(PATIENCE)
            assert frame is not None, f"{words} did not come after {heard[-2000:]}"
            heard += f"\n{frame}" if frame else ""
        return heard.strip()

    def settle(self) -> str:
        """Everything that arrives until all that was asked of this tab is through.

        A tab's events run one after another, so the echo of a mark comes after all of them; that
        of a second one also after what the last of them asked for.
        """
        return f"{self._up_to_a_mark()}\n{self._up_to_a_mark()}".strip()

    def _up_to_a_mark(self) -> str:
        mark = uuid4().hex
        heard = self.send(SYNC, {"value": mark}, **self._at).hear(HYDRATED.format(f'"{mark}"'))
        return heard.rpartition("\n")[0]

    def listen(self, seconds: float = 1.0) -> str:
        """Everything that arrives until it has been quiet for ``seconds``, as one text: for what
        must not come. On a busy machine quiet does not mean that all has come."""
        heard = []
        while (frame := self._receive(seconds)) is not None:
            heard.append(frame)
        return "\n".join(heard)

    def heard(self) -> str:
        """Everything ever received on this socket."""
        return "\n".join(self.frames)

    @property
    def silent_for(self) -> float:
        """Seconds since it last heard from the server."""
        return time.monotonic() - self._heard_at

    @property
    def is_open(self) -> bool:
        return bool(self._socket.connected)

    def is_cut(self) -> bool:
        """Whether the server hangs up, while nothing is sent from this end."""
        give_up = time.monotonic() + PATIENCE
        while self.is_open and time.monotonic() < give_up:
            self.listen(0.25)
        return not self.is_open

    def close(self) -> None:
        with suppress(simple_websocket.ConnectionClosed):
            self._socket.close()

    def _receive(self, seconds: float) -> str | None:
        try:
            frame = self._socket.receive(timeout=seconds)
        except simple_websocket.ConnectionClosed:
            return None
        if frame is None:
            return None
        text = frame if isinstance(frame, str) else frame.decode()
        self._heard_at = time.monotonic()
        if text == "2":  # the server's ping
            with suppress(simple_websocket.ConnectionClosed):
                self._socket.send("3")
            return ""
        self.frames.append(text)
        return text


@contextmanager
def tab(address: str, **options: Any) -> Iterator[Tab]:
    """A connected tab, closed at the end."""
    opened = Tab(address, **options).connect()
    try:
        yield opened
    finally:
        opened.close()
