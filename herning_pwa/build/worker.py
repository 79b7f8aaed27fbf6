"""The service worker: ``assets/sw/*.js`` in one file, with its version and what it shall keep.

Its parts are joined in the order of their names, each in a block of its own; ``BUILD`` is known to
all of them. The pages' shells travel together in one file, with the stylesheet they share once:
a tenth of what they weigh one by one.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from herning_pwa.build.offline import OFFLINE_PAGE, OFFLINE_STYLE
from herning_pwa.build.pages import BuiltPage
from herning_pwa.web.addresses import Page
from herning_pwa.web.headers import ALWAYS, HASHED_FILES, content_policy

WORKER = "sw.js"
PARTS = "sw"
STYLE_MARK, SOCKET_MARK = "/*style*/", "socket:"
KEPT = ("assets/*.js", "icons/*", "favicon.ico", OFFLINE_PAGE, OFFLINE_STYLE)
_STYLE = re.compile(r"(<style[^>]*>)(.*?)(</style>)", re.DOTALL)


def write(static_dir: Path, pages: Sequence[BuiltPage]) -> None:
    """Put the finished worker at ``/sw.js`` and take its parts off the public folder."""
    parts = static_dir / PARTS
    source = "\n".join(f"{{\n{part.read_text()}}}" for part in sorted(parts.glob("*.js")))
    shutil.rmtree(parts)
    files = sorted(file for pattern in KEPT for file in static_dir.glob(pattern))
    shells = _write_shells(static_dir, pages)
    build = {
        "version": _hash(source.encode(), shells.read_bytes(), *(f.read_bytes() for f in files)),
        "pages": [[_pattern(page), page.folder] for page in _fixed_first(pages)],
        "files": [f"/{file.relative_to(static_dir)}" for file in files],
        "shells": f"/{shells.relative_to(static_dir)}",
        "hashed": HASHED_FILES,
        "offline": f"/{OFFLINE_PAGE}",
        "style": STYLE_MARK,
        "socket": SOCKET_MARK,
    }
    (static_dir / WORKER).write_text(
        f'"use strict";\nconst BUILD = {json.dumps(build)};\n{source}\n'
    )


def _write_shells(static_dir: Path, pages: Sequence[BuiltPage]) -> Path:
    """Every page's HTML and policy, ready to be answered with; the name tells the content."""
    style, shells = "", {}
    for page in pages:
        html = (static_dir / page.folder.strip("/") / "index.html").read_text()
        [(_before, style, _after)] = _STYLE.findall(html)
        shells[page.folder] = {
            "html": _STYLE.sub(rf"\1{STYLE_MARK}\3", html),
            "policy": content_policy(_served(page), (SOCKET_MARK,)),
        }
    headers = {**ALWAYS, "content-type": "text/html; charset=utf-8"}
    content = json.dumps({"style": style, "headers": headers, "pages": shells}, ensure_ascii=False)
    file = static_dir / HASHED_FILES.strip("/") / f"shells-{_hash(content.encode())}.json"
    file.write_text(content)
    return file


def _served(page: BuiltPage) -> Page:
    return Page(page.route, page.folder, page.scripts, page.styles)


def _pattern(page: BuiltPage) -> str:
    return _served(page).pattern.pattern


def _fixed_first(pages: Sequence[BuiltPage]) -> list[BuiltPage]:
    """Routes without parameters win, as they do at the server."""
    return sorted(pages, key=lambda page: "[" in page.route)


def _hash(*contents: bytes) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]
