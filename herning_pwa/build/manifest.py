"""The web app manifest: how the phone shows the app among its others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from herning_pwa import routes
from herning_pwa.config import Settings
from herning_pwa.i18n import LANGUAGE, _
from herning_pwa.ui.theme import LIGHT_PAPER

MANIFEST = "manifest.webmanifest"
SCREENSHOTS = "screenshots"
# Counted apart from other visits by whoever reads the server's log; the app is still "/".
STARTED_AS_APP = f"{routes.HOME}?kilde=app"


def write(static_dir: Path, here: Settings) -> None:
    """Write ``/manifest.webmanifest``."""
    content = json.dumps(manifest(here), ensure_ascii=False, indent=1)
    (static_dir / MANIFEST).write_text(content)


def manifest(here: Settings) -> dict[str, Any]:
    return {
        "id": routes.HOME,
        "name": here.app_name,
        "short_name": here.app_name[:12],
        "description": _("Goals, meetings and progress for the people around a child."),
        "lang": LANGUAGE,
        "dir": "ltr",
        "start_url": STARTED_AS_APP,
        "scope": routes.HOME,
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        "theme_color": LIGHT_PAPER,
        "background_color": LIGHT_PAPER,
        "prefer_related_applications": False,
        "categories": ["social", "productivity"],
        "icons": _icons(),
        "shortcuts": [
            _shortcut(_("Goals"), routes.GOALS),
            _shortcut(_("Meetings"), routes.MEETINGS),
            _shortcut(_("Write progress"), routes.WRITE),
        ],
        "screenshots": [
            _screenshot(
                "today-narrow.jpg", "780x1688", "narrow", _("What is next, and what waits")
            ),
            _screenshot(
                "goal-narrow.jpg", "780x1688", "narrow", _("A goal, with everybody's voice")
            ),
            _screenshot("today-wide.jpg", "1280x800", "wide", _("What is next, and what waits")),
        ],
    }


def _icons() -> list[dict[str, str]]:
    return [
        _icon("icon-192.png", "192x192", "any"),
        _icon("icon-512.png", "512x512", "any"),
        _icon("icon-maskable-512.png", "512x512", "maskable"),
        _icon("icon-monochrome.svg", "any", "monochrome", kind="image/svg+xml"),
    ]


def _icon(file: str, sizes: str, purpose: str, *, kind: str = "image/png") -> dict[str, str]:
    return {"src": f"/icons/{file}", "sizes": sizes, "type": kind, "purpose": purpose}


def _shortcut(name: str, url: str) -> dict[str, Any]:
    return {"name": name, "url": url, "icons": [_icon("icon-192.png", "192x192", "any")]}


def _screenshot(file: str, sizes: str, form_factor: str, label: str) -> dict[str, str]:
    return {
        "src": f"/{SCREENSHOTS}/{file}",
        "sizes": sizes,
        "type": "image/jpeg",
        "form_factor": form_factor,
        "label": label,
    }
