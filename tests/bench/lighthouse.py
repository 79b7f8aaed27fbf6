"""``make lighthouse``: speed, accessibility and weight of the main pages, as a phone sees them.

Lighthouse's own mobile setting, the median of three first visits, signed in with the demo people.
Ends with 1 when a page misses a goal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from playwright.sync_api import BrowserContext, sync_playwright

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PASSWORD
from tests.meeting_plans import begin_next_meeting
from tests.node import install, run
from tests.server import Server, browser_options, free_port, running_server

HERE = Path(__file__).parent
METTE, SANNE = "mette@familie.example", "sanne@kommune.example"
RUNS, NAME = 3, 28
LEAST_SPEED, LEAST_ACCESSIBILITY, LEAST_PRACTICE, MOST_KIB = 0.98, 1.0, 1.0, 165
COLUMNS = ("speed", "a11y", "practice", "FCP s", "LCP s", "TBT ms", "CLS", "KiB")


@dataclass(frozen=True)
class Visit:
    """What Lighthouse says about one visit, or the median of several."""

    speed: float
    accessibility: float
    practice: float
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    kib: float

    @property
    def reaches_the_goals(self) -> bool:
        return (
            self.speed >= LEAST_SPEED
            and self.accessibility >= LEAST_ACCESSIBILITY
            and self.practice >= LEAST_PRACTICE
            and self.kib <= MOST_KIB
        )


def main() -> int:
    install(HERE)
    with TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        reached = [_report(name, visit) for name, visit in _measure(server, Path(folder))]
    return 0 if all(reached) else 1


def _measure(server: Server, folder: Path) -> Iterator[tuple[str, Visit]]:
    print(f"{'page':<{NAME}}" + "".join(f"{column:>10}" for column in COLUMNS))
    with _phone(folder) as (phone, port):
        yield routes.SIGN_IN, _median(server, routes.SIGN_IN, port, folder)
        _sign_in(phone, server, METTE)
        goal = _first(phone, server, routes.GOALS, but=routes.NEW_GOAL)
        meeting = _first(phone, server, routes.MEETINGS, but=routes.NEW_MEETING)
        found = {routes.GOAL: goal, routes.MEETING: meeting}
        for name in (routes.HOME, routes.GOALS, routes.GOAL, routes.MEETINGS, routes.MEETING):
            yield name, _median(server, found.get(name, name), port, folder)
        _sign_in(phone, server, SANNE)
        yield routes.DESK, _median(server, routes.DESK, port, folder)
        day = begin_next_meeting(server.database_url)
        yield routes.MEETING_DAY, _median(server, day, port, folder)


@contextmanager
def _phone(folder: Path) -> Iterator[tuple[BrowserContext, int]]:
    """A browser that keeps its cookies and lets Lighthouse in through a port."""
    port = free_port()
    options = browser_options(whole=True)
    options["args"] = [*options["args"], f"--remote-debugging-port={port}"]
    with sync_playwright() as playwright:
        phone = playwright.chromium.launch_persistent_context(folder / "profile", **options)
        yield phone, port
        phone.close()


def _sign_in(phone: BrowserContext, server: Server, email: str) -> None:
    answer = httpx.post(
        server.url + routes.API_SESSION,
        data={"email": email, "password": DEMO_PASSWORD},
        headers={"origin": server.url},
    )
    phone.clear_cookies()
    phone.add_cookies([{"name": "sid", "value": answer.cookies["sid"], "url": server.url}])


def _first(phone: BrowserContext, server: Server, listed: str, *, but: str) -> str:
    """The address of the first thing on a list; ``but`` is where one makes a new one."""
    page = phone.new_page()
    page.goto(server.url + listed)
    link = page.locator(f"main a[href^='{listed}/']:not([href='{but}'])").first
    address = link.get_attribute("href") or ""
    page.close()
    return address


def _median(server: Server, address: str, port: int, folder: Path) -> Visit:
    visits = [_visit(server.url + address, port, folder / "visit.json") for _ in range(RUNS)]
    return Visit(*(median(column) for column in zip(*map(_figures, visits), strict=True)))


def _visit(url: str, port: int, result: Path) -> dict[str, Any]:
    command = (
        "node",
        "node_modules/lighthouse/cli/index.js",
        url,
        f"--port={port}",
        "--quiet",
        "--only-categories=performance,accessibility,best-practices",
        "--output=json",
        f"--output-path={result}",
    )
    # Once in a while Chromium records no trace; Lighthouse itself asks for another try.
    if run(HERE, *command).returncode and run(HERE, *command).returncode:
        raise RuntimeError(f"Lighthouse cannot visit {url}")
    said: dict[str, Any] = json.loads(result.read_text())
    _tell_what_is_wrong(said)
    return said


def _figures(said: dict[str, Any]) -> tuple[float, ...]:
    scores, audits = said["categories"], said["audits"]
    return (
        scores["performance"]["score"],
        scores["accessibility"]["score"],
        scores["best-practices"]["score"],
        audits["first-contentful-paint"]["numericValue"] / 1000,
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-byte-weight"]["numericValue"] / 1024,
    )


def _tell_what_is_wrong(said: dict[str, Any]) -> None:
    for category in ("accessibility", "best-practices"):
        for reference in said["categories"][category]["auditRefs"]:
            audit = said["audits"][reference["id"]]
            if reference["weight"] and audit["score"] not in (None, 1):
                print(f"  {category}: {audit['title']}")


def _report(name: str, visit: Visit) -> bool:
    figures = (
        f"{visit.speed:.2f}",
        f"{visit.accessibility:.2f}",
        f"{visit.practice:.2f}",
        f"{visit.first_paint:.2f}",
        f"{visit.largest_paint:.2f}",
        f"{visit.blocked:.0f}",
        f"{visit.shift:.3f}",
        f"{visit.kib:.0f}",
    )
    verdict = "" if visit.reaches_the_goals else "  below the goal"
    print(f"{name:<{NAME}}" + "".join(f"{figure:>10}" for figure in figures) + verdict, flush=True)
    return visit.reaches_the_goals


if __name__ == "__main__":
    sys.exit(main())
