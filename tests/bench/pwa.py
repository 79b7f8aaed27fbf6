"""``make bench-pwa``: how long a phone waits for today's page and for a goal, as Mette.

At the first visit, at the second (the app is at home on the phone, which remembers pages and is
unlocked), and with no server at all. The line is Lighthouse's slow 4G (150 ms there and back, 1638
kbit/s), which page, worker and socket share through a proxy; the processor is four times slower.
Prints the medians of five, and what came over the line. Ends with 1 when the second visit's largest
paint, or the content without a server, takes a second or more.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from playwright.sync_api import Browser, BrowserContext, CDPSession, sync_playwright

from herning_pwa import routes
from tests.faults.proxy import Proxy, Way
from tests.journeys.phone import Phone
from tests.journeys.test_as_an_app import as_app
from tests.journeys.test_remembering import read, turn_on
from tests.server import browser_options, free_port, running_server

TRIES = 5
SLOWER = 4
SECONDS_THERE_AND_BACK = 0.15
DOWN, UP = 1_638_400 // 8, 750_000 // 8  # bytes a second
AT_MOST = 1.0
KIB, MILLISECONDS = 1024, 1000
CONTENT = "window.contentAt"
NOTE_CONTENT = """
  const noting = new MutationObserver(() => {
    const main = document.querySelector("main");
    if (!main?.querySelector("h1") || main.querySelector(".skeleton")) return;
    noting.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.contentAt = performance.now())));
  });
  noting.observe(document, { childList: true, subtree: true });
"""
NOTE_PAINTS = """
  window.paints = [];
  new PerformanceObserver((list) => {
    for (const { startTime, element } of list.getEntries())
      window.paints.push([startTime, element?.textContent.trim().slice(0, 40) ?? ""]);
  }).observe({ type: "largest-contentful-paint", buffered: true });
"""
# Each paint that is larger than all before it is told a little later: the last one is known when
# the content has been painted and no other comes.
LARGEST_PAINT = """(quiet) => new Promise((done) => {
  const settle = (known) => setTimeout(() => {
    const { length } = window.paints;
    if (length > 0 && length === known) done(window.paints.at(-1));
    else settle(length);
  }, quiet);
  requestAnimationFrame(() => requestAnimationFrame(() => settle(window.paints.length)));
})"""
QUIET = 500  # milliseconds
BETWEEN_QUESTIONS, QUESTIONS = 0.1, 300  # seconds; half a minute in all


@dataclass(frozen=True)
class Visit:
    """Seconds until the largest paint (of these words) and until no skeleton was left; KiB."""

    largest: float
    content: float
    kib: float
    words: str


def main() -> int:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_options(whole=True))
        with slow_line(Path(folder)) as (url, down):
            goal = a_goal(browser, url)
            first = [_first(browser, url, down, each) for each in (routes.HOME, goal)]
            mette = at_home(browser, url, goal)
            second = [_again(mette.context, url, down, each) for each in (routes.HOME, goal)]
        offline = [_again(mette.context, url, down, each) for each in (routes.HOME, goal)]
        browser.close()
    _report("first visit", first)
    _report("second visit", second)
    _report("no server", offline)
    is_quick = [visit.largest < AT_MOST for visit in second]
    is_quick += [visit.content < AT_MOST for visit in offline]
    return 0 if all(is_quick) else 1


@contextmanager
def slow_line(folder: Path) -> Iterator[tuple[str, Way]]:
    """The app behind the line: its address there, and what comes down the line."""
    port = free_port()
    up = Way(SECONDS_THERE_AND_BACK / 2, UP)
    down = Way(SECONDS_THERE_AND_BACK / 2, DOWN)
    url = f"http://localhost:{port}"
    with (
        running_server(folder, HERNING_PUBLIC_URL=url) as server,
        Proxy(server.port, up=up, down=down, port=port),
    ):
        yield url, down


def a_goal(browser: Browser, url: str) -> str:
    mette = Phone(browser, url, "mette").open(routes.GOALS)
    link = mette.page.locator(f"main a[href^='{routes.GOALS}/']:not([href='{routes.NEW_GOAL}'])")
    address = link.first.get_attribute("href") or ""
    mette.put_away()
    return address


def at_home(browser: Browser, url: str, goal: str) -> Phone:
    """Mette's phone, which has the app and remembers what she has read."""
    mette = as_app(Phone(browser, url, "mette").open(routes.HOME))
    return read(turn_on(mette), routes.HOME, goal)


def _first(browser: Browser, url: str, down: Way, path: str) -> Visit:
    """Each time a phone that has never been here."""

    def visit() -> Visit:
        mette = Phone(browser, url, "mette")
        visited = _visit(mette.context, url + path, down)
        mette.put_away()
        return visited

    return _median(visit)


def _again(context: BrowserContext, url: str, down: Way, path: str) -> Visit:
    """Each time in a tab of its own, as the app begins when it is tapped."""
    return _median(lambda: _visit(context, url + path, down))


def _median(visit: Callable[[], Visit]) -> Visit:
    visits = [visit() for _n in range(TRIES)]
    return Visit(
        median(each.largest for each in visits),
        median(each.content for each in visits),
        median(each.kib for each in visits),
        visits[-1].words,
    )


def _visit(context: BrowserContext, address: str, down: Way) -> Visit:
    page = context.new_page()
    page.add_init_script(NOTE_PAINTS)
    page.add_init_script(NOTE_CONTENT)
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    before = down.bytes
    page.goto(address, wait_until="commit")
    content = _content(tools)
    kib = (down.bytes - before) / KIB
    largest, words = page.evaluate(LARGEST_PAINT, QUIET)
    page.close()
    return Visit(largest / MILLISECONDS, content / MILLISECONDS, kib, words)


def _content(tools: CDPSession) -> float:
    """When the content stood, in milliseconds; raises TimeoutError.

    Asked in so many words: Playwright's own ways first put a script into the page, and reading it
    takes a tenth of what is measured.
    """
    for _n in range(QUESTIONS):
        told = tools.send("Runtime.evaluate", {"expression": CONTENT})["result"]
        if "value" in told:
            return float(told["value"])
        sleep(BETWEEN_QUESTIONS)
    raise TimeoutError("the page showed no content")


def _report(name: str, visits: list[Visit]) -> None:
    for page, visit in zip(("today", "a goal"), visits, strict=True):
        print(
            f"{name:<13} {page:<7} LCP {visit.largest:.2f} s ({visit.words!r}), "
            f"content {visit.content:.2f} s, {visit.kib:.0f} KiB",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
