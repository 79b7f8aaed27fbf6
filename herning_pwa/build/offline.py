"""The last resort: a page that needs nothing but itself, when there is neither server nor app."""

from __future__ import annotations

from html import escape
from pathlib import Path

from herning_pwa import routes
from herning_pwa.config import Settings
from herning_pwa.i18n import LANGUAGE, _

OFFLINE_PAGE = "offline.html"
OFFLINE_STYLE = "offline.css"


def write(static_dir: Path, here: Settings) -> None:
    """Write ``/offline.html`` with the municipality's own number in it."""
    (static_dir / OFFLINE_PAGE).write_text(_page(here))


def _page(here: Settings) -> str:
    heading = escape(_("No connection"))
    text = escape(_("This page cannot be shown right now. What you have saved is safe."))
    phone = escape(here.municipality_phone)
    call = escape(_("Is it urgent? Call {municipality} on {phone}.")).format(
        municipality=escape(here.municipality),
        phone=f'<a href="tel:{phone.replace(" ", "")}">{phone}</a>',
    )
    home = escape(_("Go to the front page"))
    return (
        f'<!DOCTYPE html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{heading} · {escape(here.app_name)}</title>"
        f'<link rel="stylesheet" href="/{OFFLINE_STYLE}"></head><body><main>'
        f"<h1>{heading}</h1><p>{text}</p><p>{call}</p>"
        f'<p><a class="button" href="{routes.HOME}">{home}</a></p></main></body></html>'
    )
