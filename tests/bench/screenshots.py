"""The pictures a phone shows before the app is installed, and the README: ``make screenshots``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from herning_pwa import routes
from herning_pwa.build.manifest import SCREENSHOTS
from herning_pwa.config import PROJECT_ROOT
from tests.journeys.phone import PHONE, Phone
from tests.server import browser_options, running_server

FOLDER = PROJECT_ROOT / "assets" / SCREENSHOTS
DESK = {"width": 1280, "height": 800}
QUALITY = 70
WITH_VOICES = "Emil møder til tiden"  # a goal that everybody has said something about


def main() -> None:
    """Take them from the demo families' own pages."""
    FOLDER.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        running_server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**browser_options(whole=True))
        narrow = Phone(browser, server.url, "mette", size=PHONE, scale=2)
        picture(narrow.open(routes.HOME), "today-narrow.jpg")
        heard = narrow.open(routes.GOALS).find("main li a").filter(has_text=WITH_VOICES)
        picture(narrow.open(heard.first.get_attribute("href") or ""), "goal-narrow.jpg")
        picture(Phone(browser, server.url, "mette", size=DESK).open(routes.HOME), "today-wide.jpg")
        browser.close()


def picture(phone: Phone, name: str) -> None:
    phone.page.screenshot(path=FOLDER / name, type="jpeg", quality=QUALITY)
    print(name, (FOLDER / name).stat().st_size // 1000, "kB")


if __name__ == "__main__":
    main()
