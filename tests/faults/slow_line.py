"""A full outbox on a bad connection: how long until everything in it is through."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count

from tests.faults.family import Family, phones_of, write
from tests.faults.phones import AT_MOST, NoAnswer
from tests.faults.proxy import Proxy, Way
from tests.faults.weather import FAIR, Part, Weather
from tests.server import Server

ENTRIES = 200
BYTES_A_SECOND = 400_000 // 8
SECONDS_THERE_AND_BACK = 0.4
CUT_EACH, SECOND = 20, 2
PATIENCE = 20.0


def seconds_for_a_full_outbox(family: Family, server: Server, part: Part) -> tuple[float, int]:
    """Seconds until the last answer, and how often the line was cut on the way."""
    there, back = (Way(SECONDS_THERE_AND_BACK / 2, BYTES_A_SECOND) for _way in range(2))
    with Proxy(server.port, _cut_now_and_then(part), there, back) as proxy:
        phone = phones_of(family, server, port=proxy.port, batch=AT_MOST, patience=PATIENCE)[0]
        for number in range(ENTRIES):
            write(family, phone, number)
        started = time.monotonic()
        while phone.due():
            try:
                phone.deliver()
            except NoAnswer:
                continue  # at once: the phone sees that the line was torn off
        return time.monotonic() - started, sum(proxy.happened[part] for part in Part)


def _cut_now_and_then(part: Part) -> Callable[[], Weather]:
    """The second connection and every twentieth after it: a few requests must not all be lucky."""
    number = count(1)
    return lambda: Weather(part, 0.5) if next(number) % CUT_EACH == SECOND else FAIR
