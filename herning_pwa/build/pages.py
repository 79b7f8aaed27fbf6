"""The built pages: one HTML file for each route, and a list of them for the HTTP shell.

The list (``.web/build/pages.json``) stands outside the public folder. Each entry says which
addresses a page answers, where its file is, and the hashes of its inline scripts and styles.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

SAMPLE = "_"
NOT_FOUND = "404"
LIST_NAME = "pages.json"

# The first paint needs no script: the text, already there, goes before them on a slow line.
_PRELOAD = '<link rel="modulepreload"'
_QUIET_PRELOAD = '<link fetchpriority="low" rel="modulepreload"'

_PARAMETER = re.compile(r"\[[^\]]+\]")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_INLINE_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


class PageMissing(Exception):
    """A route has no prerendered page."""


@dataclass(frozen=True)
class BuiltPage:
    """One prerendered page."""

    route: str
    folder: str
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def sample_path(route: str) -> str:
    """The address a route is prerendered under: ``maal/[goal_id]`` gives ``/maal/_``."""
    if route == "index":
        return "/"
    return "/" + _PARAMETER.sub(SAMPLE, route).strip("/")


def finish(static_dir: Path, routes: Sequence[str]) -> list[BuiltPage]:
    """Leave one file for each page, put the not-found page in place, write the list of pages."""
    for file in static_dir.rglob("*.html"):
        if file.with_suffix("").joinpath("index.html").exists():
            file.unlink()
        else:
            file.write_text(file.read_text().replace(_PRELOAD, _QUIET_PRELOAD))
    # Reflex copies this file to 404.html, which answers every unknown address.
    shutil.copyfile(static_dir / NOT_FOUND / "index.html", static_dir / "__spa-fallback.html")
    built = [_built_page(static_dir, route) for route in routes]
    listed = json.dumps([asdict(page) for page in built], indent=1)
    (static_dir.parent / LIST_NAME).write_text(listed)
    return built


def _built_page(static_dir: Path, route: str) -> BuiltPage:
    folder = sample_path(route)
    file = static_dir / folder.strip("/") / "index.html"
    if not file.exists():
        raise PageMissing(f"no prerendered page for {route}")
    html = file.read_text()
    return BuiltPage(
        route="/" if route == "index" else f"/{route}",
        folder=folder if folder == "/" else f"{folder}/",
        scripts=_hashes(_INLINE_SCRIPT, html),
        styles=_hashes(_INLINE_STYLE, html),
    )


def _hashes(inline: re.Pattern[str], html: str) -> tuple[str, ...]:
    found = dict.fromkeys(_source(text) for text in inline.findall(html))
    return tuple(found)


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
