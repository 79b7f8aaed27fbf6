"""Which page an address leads to, straight, without Reflex's redirect to an absolute URL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from herning_pwa import routes
from herning_pwa.config import PROJECT_ROOT
from herning_pwa.web.answers import answer

PAGE_LIST = PROJECT_ROOT / ".web" / "build" / "pages.json"


class NotBuilt(Exception):
    """There are no built pages to serve."""


@dataclass(frozen=True)
class Page:
    """One built page, as ``build.pages`` wrote it down."""

    route: str
    folder: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        words = re.split(r"\[[^\]]+\]", self.route)
        return re.compile("[^/]+".join(re.escape(word) for word in words))


class Pages:
    """All built pages; routes without parameters win, as they do in the client."""

    def __init__(self, pages: list[Page]) -> None:
        self._fixed = {page.route: page for page in pages if "[" not in page.route}
        self._open = [page for page in pages if "[" in page.route]
        self.not_found = self._fixed.pop("/404")

    def __iter__(self) -> Iterator[Page]:
        return iter([*self._fixed.values(), *self._open])

    def find(self, path: str) -> Page | None:
        """The page at ``path``, with or without a closing slash."""
        path = path.rstrip("/") or "/"
        if page := self._fixed.get(path):
            return page
        return next((page for page in self._open if page.pattern.fullmatch(path)), None)


def read_pages(page_list: Path = PAGE_LIST) -> Pages:
    """The pages of the last build; raises NotBuilt when there is none."""
    if not page_list.exists():
        raise NotBuilt("the pages are not built yet: run `make build`")
    rows = json.loads(page_list.read_text())
    return Pages(
        [
            Page(row["route"], row["folder"], tuple(row["scripts"]), tuple(row["styles"]))
            for row in rows
        ]
    )


class Addresses:
    """Send a page's address to its file, and answer whether the process is alive."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
        elif scope["path"] == routes.HEALTH:
            await answer(send, 200, "ok")
        elif page := self.pages.find(scope["path"]):
            there = {**scope, "path": page.folder, "raw_path": page.folder.encode()}
            await self.app(there, receive, send)
        else:
            await self.app(scope, receive, send)
