"""The built pages: whole before any script runs, and at home on any address."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest

from herning_pwa.build.once import LOCK, TOOLS, WEB, fingerprint
from herning_pwa.build.swaps import ReflexChangedShape, Swap
from herning_pwa.web.addresses import Page, read_pages
from tests.server import build_pages

PUBLIC = WEB / "build" / "client"
AN_ADDRESS_WITH_PORT = re.compile(r"(localhost|127\.0\.0\.1|0\.0\.0\.0):\d+")
HINT = "//# allFunctionsCalledOnLoad\n"
UNBROTLI = """
const fs = require("fs"), zlib = require("zlib");
for (const file of process.argv.slice(1))
  if (!zlib.brotliDecompressSync(fs.readFileSync(file + ".br")).equals(fs.readFileSync(file)))
    throw Error(file);
"""


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    build_pages()


def html_of(page: Page) -> str:
    return (PUBLIC / page.folder.strip("/") / "index.html").read_text()


def test_every_page_has_a_title_and_a_heading_of_its_own_before_any_script() -> None:
    titles = {}
    for page in read_pages():
        html = html_of(page)
        titles[page.route] = re.findall(r"<title>([^<]+)</title>", html)
        assert len(titles[page.route]) == 1, page.route
        assert html.count("<h1") == 1, page.route
    assert len({title for [title] in titles.values()}) == len(titles)


def test_the_first_paint_waits_for_no_stylesheet() -> None:
    for page in read_pages():
        html = html_of(page)
        assert 'rel="stylesheet"' not in html, page.route
        assert html.count("<style") == 1, page.route


def test_no_address_is_baked_into_the_scripts() -> None:
    scripts = list(PUBLIC.rglob("*.js"))
    assert scripts
    for script in scripts:
        assert not AN_ADDRESS_WITH_PORT.search(script.read_text()), script.name
    [env] = PUBLIC.glob("assets/reflex-env-*.js")
    assert re.search(r"EVENT:[`\"']/_event[`\"']", env.read_text())


def test_every_part_of_a_page_is_read_ahead() -> None:
    """The hint counts only as the first thing in a file."""
    for page in read_pages():
        parts = re.findall(r'rel="modulepreload" href="/([^"]+)"', html_of(page))
        late = [part for part in parts if not (PUBLIC / part).read_text().startswith(HINT)]
        assert len(parts) > 1, page.route
        assert [part for part in late if "/manifest-" not in part] == [], page.route


def test_the_compressed_copies_are_of_the_final_files() -> None:
    packed = [file.with_suffix("") for file in PUBLIC.rglob("*.gz")]
    assert packed
    for file in packed:
        assert gzip.decompress(Path(f"{file}.gz").read_bytes()) == file.read_bytes()
    subprocess.run([TOOLS / "node", "-e", UNBROTLI, *packed], check=True)


def test_the_javascript_lock_names_no_registry_and_every_hash() -> None:
    packages = json.loads((LOCK / "package-lock.json").read_text())["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or "integrity" in package, name


def test_another_demo_setting_is_another_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HERNING_DEMO", "1")
    with_demo = fingerprint()
    monkeypatch.setenv("HERNING_DEMO", "0")
    assert fingerprint() != with_demo


def test_a_reflex_of_another_shape_stops_the_build() -> None:
    swap = Swap("utils/state.js", old="new URL(a)", new="new URL(a, here)")
    assert swap.apply("x = new URL(a);") == "x = new URL(a, here);"
    assert swap.apply("x = new URL(a, here);") == "x = new URL(a, here);"
    with pytest.raises(ReflexChangedShape):
        swap.apply("x = somethingElse(a);")
