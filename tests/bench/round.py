"""``make bench-round``: the taps and seconds it takes Mette to say how three goals go.

From today's page to the thanks, in Chromium, as small as a phone, with nothing written.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, sync_playwright

from herning_pwa import routes
from tests.journeys.phone import Phone
from tests.server import browser_options, running_server

MOST_TAPS = 9
GOALS = 3


class Taps:
    """Taps, counted."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, where: Locator) -> None:
        where.click()
        self.count += 1


def main() -> int:
    with (
        TemporaryDirectory() as folder,
        running_server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**browser_options(whole=True))
        taps, seconds = say_how_it_goes(Phone(browser, server.url, "mette"))
        browser.close()
    print(f"{GOALS} goals: {taps} taps (at most {MOST_TAPS}), {seconds:.1f} s for the app's part")
    return 0 if taps <= MOST_TAPS else 1


def say_how_it_goes(phone: Phone) -> tuple[int, float]:
    """Gives the number of taps and the seconds from the first to the thanks."""
    phone.open(routes.HOME)
    tap, page = Taps(), phone.page
    started = time.monotonic()
    tap(page.get_by_role("link", name="Fortæl, hvordan det går"))
    for number in range(1, GOALS + 1):
        phone.sees(f"Mål {number} af {GOALS}")
        tap(phone.find(".asking .scale label").nth(5 + number))
        tap(page.get_by_role("button", name="Gem, og gå videre"))
    phone.sees(f"Du har fortalt om {GOALS} mål.")
    return tap.count, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
