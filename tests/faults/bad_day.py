"""A bad day: twenty phones write, the line fails in every way there is, the server is killed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from random import Random
from threading import Lock

from tests.faults.family import Family, Line, phones_of, write
from tests.faults.phones import NoAnswer, Phone
from tests.faults.proxy import Proxy
from tests.faults.weather import FAIR, Ending, Part, Weather
from tests.server import Server, start_server

GIVE_UP_AFTER = 1_200.0
GOLDEN = 0.618034  # its multiples, less their whole part, lie evenly between 0 and 1


@dataclass(frozen=True)
class Plan:
    """How much is written, and how often what goes wrong."""

    entries: int
    phones: int
    cuts: int
    kills: int
    batch: int = 10  # entries in one request
    patience: float = 8.0  # seconds a phone waits for an answer
    bad: float = 0.6  # the share of connections that something happens to

    @property
    def entries_each(self) -> int:
        return self.entries // self.phones


@dataclass
class Day:
    """What happened: the phones, what was written on each, and to the connections."""

    plan: Plan
    family: Family
    proxy: Proxy
    phones: list[Phone]
    lines: dict[str, Line] = field(default_factory=dict)
    kills: int = 0
    seconds: float = 0.0
    is_lost: bool = False  # the server did not start again: no use in trying on

    @property
    def cuts(self) -> int:
        return sum(self.proxy.happened[part] for part in Part)

    @property
    def answered(self) -> int:
        return sum(len(phone.told) for phone in self.phones)


def live_through(plan: Plan, family: Family, server: Server, folder: Path) -> Day:
    """Everything the plan says, until no phone has anything waiting, or none of it helps."""
    with Proxy(server.port) as proxy:
        phones = phones_of(
            family, server, port=proxy.port, batch=plan.batch, patience=plan.patience
        )
        day = Day(plan, family, proxy, phones)
        proxy.weather = _changing(day)
        started = time.monotonic()
        with ThreadPoolExecutor(plan.phones + 1) as pool:
            killing = pool.submit(_kill_again_and_again, day, server, folder)
            for writing in [pool.submit(_use, day, phone, n) for n, phone in enumerate(phones)]:
                writing.result()
            killing.result().stop()
        day.seconds = time.monotonic() - started
    return day


def _changing(day: Day) -> Callable[[], Weather]:
    """Fair or bad, by lot, until the line has been cut often enough."""
    lot, bad, turn = Random(7), _bad_weathers(), Lock()

    def weather() -> Weather:
        with turn:
            is_bad = day.cuts < day.plan.cuts and lot.random() < day.plan.bad
            return next(bad) if is_bad else FAIR

    return weather


def _bad_weathers() -> Iterator[Weather]:
    """Each part of the exchange in turn, cut ever elsewhere; repeats and delays in between."""
    endings = cycle([Ending.RESET, Ending.CLOSED])
    for number in count():
        for part in Part:
            share = (GOLDEN * number) % 1
            yield Weather(part, share, next(endings), twice=number % 3 == 0)
        yield Weather(twice=True)
        yield Weather(pause=0.3)
        if number % 2:
            yield Weather(list(Part)[number // 2 % len(Part)], 0.5, Ending.SILENT)


def _use(day: Day, phone: Phone, seed: int) -> None:
    """Write all day long, and send until everything is answered."""
    lot, give_up = Random(seed), time.monotonic() + GIVE_UP_AFTER
    for number in range(day.plan.entries_each):
        line = write(day.family, phone, number)
        day.lines[line.entry["id"]] = line
        if (number + 1) % day.plan.batch == 0:
            _try(phone, lot)
    while phone.due() and time.monotonic() < give_up and not day.is_lost:
        _try(phone, lot)


def _try(phone: Phone, lot: Random) -> None:
    try:
        phone.deliver()
    except NoAnswer:
        time.sleep(lot.uniform(0.05, 0.25))


def _kill_again_and_again(day: Day, server: Server, folder: Path) -> Server:
    """Evenly over the work, while everybody sends; gives the server that runs at the end."""
    give_up = time.monotonic() + GIVE_UP_AFTER
    for number in range(1, day.plan.kills + 1):
        enough = day.plan.entries * number / (day.plan.kills + 1)
        while day.answered < enough and time.monotonic() < give_up:
            time.sleep(0.01)
        server.crash()
        server = _start_again(day, server, folder)
        day.kills += 1
    return server


def _start_again(day: Day, server: Server, folder: Path) -> Server:
    try:
        return start_server(folder, server.port, server.database_url)
    except RuntimeError:
        day.is_lost = True
        raise
