"""The proxy does to a connection what it is told, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Semaphore, Thread

import pytest

from tests.faults.proxy import Proxy
from tests.faults.weather import FAIR, UP, Ending, Part, Weather

WORDS = b"Emil sov hele natten. " * 200
SECONDS_TO_COME = 60


class Echo(BaseHTTPRequestHandler):
    """Answers with what it was sent, and remembers that."""

    heard: list[bytes]
    told: Semaphore

    @classmethod
    def heard_after(cls, times: int) -> list[bytes]:
        """All of it, once so much has come: the phone's answer may be there before the rest."""
        for _time in range(times):
            assert cls.told.acquire(timeout=SECONDS_TO_COME)
        return cls.heard

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))  # of a torn head it is not known
        words = self.rfile.read(length)
        if len(words) < len(WORDS):
            return
        self.heard.append(words)
        self.told.release()
        self.send_response(200)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *_said: object) -> None:
        """Keep quiet."""


@pytest.fixture
def echo() -> Iterator[ThreadingHTTPServer]:
    Echo.heard, Echo.told = [], Semaphore(0)
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def proxy(echo: ThreadingHTTPServer) -> Iterator[Proxy]:
    with Proxy(echo.server_port) as running:
        yield running


def say(proxy: Proxy, weather: Weather, *, patience: float = SECONDS_TO_COME) -> bytes:
    proxy.weather = lambda: weather
    line = HTTPConnection("127.0.0.1", proxy.port, timeout=patience)
    try:
        line.request("POST", "/", WORDS, {"Connection": "close"})
        return line.getresponse().read()
    finally:
        line.close()


def test_fair_weather_carries_everything(proxy: Proxy) -> None:
    assert say(proxy, FAIR) == WORDS
    assert proxy.down.bytes > len(WORDS)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("ending", [Ending.CLOSED, Ending.RESET])
def test_a_cut_is_where_it_should_be(proxy: Proxy, part: Part, ending: Ending) -> None:
    with suppress(OSError, HTTPException):
        assert say(proxy, Weather(part, 0.5, ending)) != WORDS
    assert proxy.happened[part] == 1
    assert len(Echo.heard) == (0 if part in UP else 1)


def test_a_silent_line_says_nothing_until_the_phone_gives_up(proxy: Proxy) -> None:
    with pytest.raises(TimeoutError):
        say(proxy, Weather(Part.BEFORE_ANSWER, ending=Ending.SILENT), patience=0.2)
    assert Echo.heard_after(1) == [WORDS]


def test_twice_is_heard_twice_and_answered_once(proxy: Proxy) -> None:
    assert say(proxy, Weather(twice=True)) == WORDS
    assert Echo.heard_after(2) == [WORDS, WORDS]


def test_the_line_is_as_slow_as_it_is_told(proxy: Proxy) -> None:
    proxy.up.delay = proxy.down.delay = 0.05
    proxy.down.speed = len(WORDS) * 10
    started = time.monotonic()
    assert say(proxy, FAIR) == WORDS
    assert time.monotonic() - started >= 0.3  # the handshake, there and back, and a tenth on air


def test_a_server_that_is_not_there_hangs_up(proxy: Proxy, echo: ThreadingHTTPServer) -> None:
    echo.socket.close()
    with pytest.raises((OSError, HTTPException)):
        say(proxy, FAIR)
