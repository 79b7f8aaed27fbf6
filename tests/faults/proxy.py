"""A bad connection: a TCP proxy on this machine that slows down, cuts, goes silent and repeats.

Browsers' own switches do not reach service workers and sockets alike; this does. Each connection
asks ``weather`` what will happen to it. Delay and speed belong to the line, which all connections
share, as they share a phone's antenna.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from tests.faults.weather import DOWN, FAIR, UP, Ending, Stream, Weather

CHUNK = 1400  # what fits into a packet
NO_GOODBYE = struct.pack("ii", 1, 0)  # SO_LINGER of 0 s: closing sends RST
HAIR = 1e-6  # keeps the order of chunks that leave at the same moment

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Way:
    """One direction of the line. ``speed`` is in bytes a second; 0 is as fast as it goes."""

    delay: float = 0.0
    speed: int = 0
    bytes: int = 0
    _free_at: float = 0.0

    def send(self, chunk: bytes, writers: list[asyncio.StreamWriter]) -> float:
        """Let the chunk arrive in its time, and give that time on the loop's clock."""
        loop = asyncio.get_running_loop()
        self.bytes += len(chunk)
        on_air = len(chunk) / self.speed if self.speed else HAIR
        self._free_at = max(loop.time(), self._free_at) + on_air
        for writer in writers:
            loop.call_at(self._free_at + self.delay, _arrive, chunk, writer)
        return self._free_at + self.delay


@dataclass
class Proxy:
    """``with Proxy(server_port) as proxy:`` listens on ``proxy.port`` until the block ends.

    ``happened`` counts the connections by where they were cut ("whole" when not), and repeats.
    """

    server_port: int
    weather: Callable[[], Weather] = lambda: FAIR
    up: Way = field(default_factory=Way)
    down: Way = field(default_factory=Way)
    port: int = 0
    happened: Counter[str] = field(default_factory=Counter)
    _open: set[object] = field(default_factory=set)  # asyncio itself does not hold on to its tasks

    def __enter__(self) -> Self:
        listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._listen(listening)))
        self._thread.start()
        listening.wait()
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    async def _listen(self, listening: threading.Event) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = server.sockets[0].getsockname()[1]
        listening.set()
        await self._over.wait()
        server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Bring a phone to the server; a server that is not there hangs up on it."""
        self._open.add(task := asyncio.current_task())
        weather, is_cut = self.weather(), False
        phone, servers = (reader, writer), list[Connection]()
        try:
            await asyncio.sleep(weather.pause + self.up.delay + self.down.delay)  # TCP's handshake
            for _copy in range(2 if weather.twice else 1):
                servers.append(await asyncio.open_connection("127.0.0.1", self.server_port))
            is_cut = await self._exchange(weather, phone, servers)
            for reader_of_copy, _writer in [] if is_cut else servers[1:]:
                await reader_of_copy.read(1)  # the copy's work is done
            self.happened[(weather.cut if is_cut else None) or "whole"] += 1
            self.happened["twice"] += weather.twice
        except OSError:
            self.happened["no server"] += 1
        except asyncio.CancelledError:  # the proxy stops, and this connection with it
            self.happened["stopped"] += 1
        finally:
            self._open.discard(task)
            for _reader, each in [phone, *servers]:
                _end(each, weather.ending if is_cut else Ending.CLOSED)

    async def _exchange(
        self, weather: Weather, phone: Connection, servers: list[Connection]
    ) -> bool:
        """Carry both ways until one of the two hangs up or the line is cut; whether it was."""
        going = self._carry(self.up, Stream(weather, UP), phone[0], [to for _from, to in servers])
        coming = self._carry(self.down, Stream(weather, DOWN), servers[0][0], [phone[1]])
        ways = [asyncio.ensure_future(going), asyncio.ensure_future(coming)]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        is_cut = any(way.done() and not way.exception() and way.result() for way in ways)
        for way in ways:
            way.cancel()
        await asyncio.wait(ways)
        if is_cut and weather.ending is Ending.SILENT:
            while await phone[0].read(CHUNK):  # until the phone gives up
                continue
        return is_cut

    async def _carry(
        self, way: Way, stream: Stream, sender: asyncio.StreamReader, to: list[asyncio.StreamWriter]
    ) -> bool:
        """Until the sender hangs up or the stream is cut; whether it was cut."""
        arrives = 0.0
        while not stream.is_cut and (chunk := await sender.read(CHUNK)):
            arrives = way.send(stream.lets_through(chunk), to)
        await asyncio.sleep(arrives - asyncio.get_running_loop().time())
        return stream.is_cut


def _arrive(chunk: bytes, writer: asyncio.StreamWriter) -> None:
    if not writer.is_closing():
        writer.write(chunk)


def _end(writer: asyncio.StreamWriter, ending: Ending) -> None:
    if ending is Ending.RESET and not writer.is_closing():
        connected: socket.socket = writer.get_extra_info("socket")
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_GOODBYE)
        writer.transport.abort()
    else:
        writer.close()
