"""What the phone is told about the app is true: every picture is as large as the manifest says."""

from __future__ import annotations

import json
import re
import struct
from math import hypot
from pathlib import Path

import pytest

from herning_pwa.build.manifest import manifest
from herning_pwa.build.once import WEB
from herning_pwa.config import PROJECT_ROOT, settings
from herning_pwa.web.addresses import read_pages
from tests.fresh import installation
from tests.pictures import pixels
from tests.server import build_pages

PUBLIC = WEB / "build" / "client"
PNG_SIZE = slice(16, 24)
JPEG_FRAME = b"\xff\xc0"
SMALL = 110_000
ICONS = PROJECT_ROOT / "assets" / "icons"
SAFE_RADIUS = 0.4  # of the width: what a phone may cut off lies outside (W3C, maskable icons)


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    build_pages()


def size_of(file: Path) -> str:
    content = file.read_bytes()
    if file.suffix == ".svg":
        return "any"
    if file.suffix == ".png":
        width, height = struct.unpack(">II", content[PNG_SIZE])
    else:
        frame = content.index(JPEG_FRAME) + 5
        height, width = struct.unpack(">HH", content[frame : frame + 4])
    return f"{width}x{height}"


def test_every_picture_has_its_declared_size() -> None:
    told = json.loads((PUBLIC / "manifest.webmanifest").read_text())
    shortcuts = [icon for shortcut in told["shortcuts"] for icon in shortcut["icons"]]
    pictures = [*told["icons"], *told["screenshots"], *shortcuts]
    for picture in pictures:
        file = PUBLIC / picture["src"].strip("/")
        assert size_of(file) == picture["sizes"], picture["src"]
        assert file.stat().st_size < SMALL, picture["src"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable", "monochrome"}
    assert {shot["form_factor"] for shot in told["screenshots"]} == {"narrow", "wide"}


def test_the_shortcuts_lead_to_pages() -> None:
    pages = read_pages()
    for shortcut in manifest(settings())["shortcuts"]:
        assert pages.find(shortcut["url"])


def test_the_worker_knows_every_page_and_its_parts_are_not_served() -> None:
    worker = (PUBLIC / "sw.js").read_text()
    build = json.loads(worker.partition("const BUILD = ")[2].partition(";\n")[0])
    folders = {folder for _pattern, folder in build["pages"]}
    assert folders >= {page.folder for page in read_pages()}
    shells = json.loads((PUBLIC / build["shells"].strip("/")).read_text())["pages"]
    assert set(shells) == folders
    for path in build["files"]:
        assert (PUBLIC / path.strip("/")).exists(), path
    assert not (PUBLIC / "sw").exists()


def test_no_phone_cuts_into_the_mark() -> None:
    rows = pixels(ICONS / "icon-maskable-512.png")
    middle, ground = len(rows) / 2, rows[0][0]
    drawn = [(x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot != ground]
    farthest = max(hypot(x - middle, y - middle) for x, y in drawn)
    assert farthest < SAFE_RADIUS * len(rows)


def test_the_badge_of_a_message_is_a_drawing_and_not_a_square() -> None:
    """Android takes nothing from it but how opaque each pixel is."""
    [_all, badge] = re.findall(
        r'"/icons/([^"]+)"', (PROJECT_ROOT / "assets/sw/push.js").read_text()
    )
    dots = [dot for row in pixels(ICONS / badge) for dot in row]
    assert 0.2 < sum(alpha for *_colour, alpha in dots) / (255 * len(dots)) < 0.6


def test_the_app_is_called_as_the_settings_say_and_speaks_danish() -> None:
    with installation(HERNING_APP_NAME="Fælles"):
        told = manifest(settings())
    assert (told["name"], told["short_name"]) == ("Fælles", "Fælles")
    assert (told["lang"], told["dir"]) == ("da", "ltr")
    names = [shortcut["name"] for shortcut in told["shortcuts"]]
    assert names == ["Mål", "Møder", "Skriv fremskridt"]
