"""The shared kit draws, its colours can be read, and its targets fit a thumb."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
import reflex as rx

from herning_pwa import routes, ui
from herning_pwa.ui import (
    buttons,
    cards,
    choices,
    feedback,
    forms,
    icons,
    links,
    marks,
    notices,
    problems,
    rating,
    session,
    shell,
)
from herning_pwa.ui.frame import Frame
from herning_pwa.ui.values import FieldProblem, KeptText, Option

ROOT = Path(__file__).parents[2]
CSS = ROOT / "assets" / "css"
TEXT_ON_SURFACE = 5.5
LINE_ON_SURFACE = 3.4
THUMB = 44
ROOT_TEXT = 17
BUDGET = 52_000  # written out, a fifth on the wire; `make lighthouse` weighs the whole page
TONES = ("brand", "mine", "wait", "child", "error")


def a_var(kind: object, name: str) -> rx.Var:
    return rx.Var(name, _var_type=kind).guess_type()


PROBLEMS = a_var(list[FieldProblem], "problems")
NAMES = a_var(list[str], "names")
TEXT = a_var(str, "text")
FRAME = a_var(Frame, "frame")
OPTIONS = [Option("home", "Hjemmet"), Option("school", "Skole", "og dagtilbud", is_chosen=True)]
WORDS = {"low": "Svært", "middle": "Midt imellem", "high": "Godt"}


def nothing(*_given: object) -> rx.event.EventSpec:
    return rx.event.prevent_default


PIECES: dict[str, Callable[[], rx.Component]] = {
    "page": lambda: shell.page("Hej", frame=FRAME, title="Mål", active=routes.GOALS),
    "page with all": lambda: shell.page(
        "Hej",
        frame=FRAME,
        title="Mål",
        active=routes.GOALS,
        heading=TEXT,
        above="Trin 1 af 4",
        lead="Kort sagt",
        back=routes.GOALS,
        primary=buttons.link_button("Skriv", routes.WRITE, symbol="pen"),
        wide_aside=cards.card("Næste møde"),
        on_choose_circle=nothing,
    ),
    "plain page": lambda: shell.plain_page("Hej", title="Log ind", lead="Kort sagt"),
    "row link": lambda: links.row_link("Et mål", to=routes.GOALS),
    "document link": lambda: links.document_link("Hent", to="/api/x.ics"),
    "field": lambda: forms.field("Navn", "name", hint="Fornavn", optional=True, problems=PROBLEMS),
    "date": lambda: forms.date_field("Dag", "day", value=TEXT),
    "time": lambda: forms.time_field("Klokken", "time"),
    "text area": lambda: forms.text_area("Hvorfor?", "why", limit=500, problems=PROBLEMS),
    "native form": lambda: forms.native_form("…", action=routes.API_SESSION),
    "select": lambda: choices.select("Hvor?", "area", OPTIONS, problems=PROBLEMS),
    "radio cards": lambda: choices.radio_cards("Hvor?", "area", OPTIONS),
    "checkbox list": lambda: choices.checkbox_list("Hvem?", "who", a_var(list[Option], "options")),
    "checkbox": lambda: choices.checkbox("Ja tak", "yes"),
    "rating": lambda: rating.rating("Hvordan går det?", "now", **WORDS, problems=PROBLEMS),
    "summary": lambda: problems.error_summary(PROBLEMS),
    "submit": lambda: buttons.acts(buttons.submit("Gem"), buttons.button("Vent", kind="quiet")),
    "details": lambda: cards.details_card("Tabel", "…", summary="3 tal"),
    "folded form": lambda: cards.folded_form("Foreslå en ændring", "…", summary="Ordene bliver"),
    "audience": lambda: cards.audience_card("Hvem kan se dette?", NAMES, ["Jens, træner"]),
    "status": lambda: cards.section("Mål", cards.status("Aftalt", "agreed")),
    "connection": lambda: feedback.connection_bar(""),
    "success": lambda: feedback.success_notice(TEXT),
    "info": lambda: feedback.info_notice("Godt at vide"),
    "conflict": lambda: feedback.conflict_notice(TEXT),
    "empty": lambda: feedback.empty_state("Her kommer jeres mål", "Begynd med ét."),
    "skeleton": lambda: feedback.skeleton("row", 3),
    "not found": feedback.not_found_content,
    "broken page": feedback.broken_page_content,
    "notice": lambda: notices.notice_by_query({"forkert": "Prøv igen."}),
    "session": lambda: session.session_watch(
        expires_at=a_var(int, "until"),
        kept=a_var(list[KeptText], "kept"),
        on_stay=rx.event.prevent_default,
        on_keep=nothing,
    ),
    "logo": icons.logo,
    "mark by var": lambda: marks.mark(TEXT, "Sanne"),
}


@pytest.mark.parametrize("name", PIECES)
def test_each_piece_draws(name: str) -> None:
    assert PIECES[name]().render()


@pytest.mark.parametrize("name", icons.STROKES)
def test_each_icon_is_silent(name: str) -> None:
    assert '"aria-hidden":"true"' in "".join(icons.icon(name).render()["props"])


def test_the_rating_offers_zero_to_ten() -> None:
    offered = [str(field.value) for field in inputs_of(PIECES["rating"]())]
    assert all(f'"{n}"' in value for n, value in enumerate(offered))
    assert len(offered) == 11


def inputs_of(piece: rx.Component) -> Iterator[rx.Component]:
    for child in piece.children:
        if child.tag == "input":
            yield child
        yield from inputs_of(child)


def test_the_kit_keeps_to_plain_html() -> None:
    source = "".join(path.read_text() for path in Path(ui.__file__).parent.glob("*.py"))
    for costly in ("style=", "rx.toast", "rx.upload", "rx.call_script", "rx.text", "rx.box"):
        assert costly not in source


# Colours -------------------------------------------------------------------------------------


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark theme, as the style sheet states them."""
    light, dark = (CSS / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    themes = {"light": light, "dark": dark.split("@media")[0]}
    return {
        theme: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))
        for theme, css in themes.items()
    }


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


SURFACES = ("paper", "card")
TEXT_PAIRS = [
    *product(("ink", "ink-soft", *TONES), SURFACES),
    *((tone, f"{tone}-soft") for tone in TONES),
    *(("ink", f"{tone}-soft") for tone in TONES),
    *(("ink-soft", f"{tone}-soft") for tone in TONES),
    ("ink", "hair"),
    ("on-brand", "brand"),
    ("card", "mine"),
    ("card", "wait"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "surface"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, surface: str) -> None:
    colours = palettes()[theme]
    assert contrast(colours[text], colours[surface]) >= TEXT_ON_SURFACE


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
def test_the_edge_of_a_control_can_be_seen(theme: str, surface: str) -> None:
    colours = palettes()[theme]
    assert contrast(colours["line"], colours[surface]) >= LINE_ON_SURFACE


# Sizes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["touch", "control"])
def test_a_target_fits_a_thumb(token: str) -> None:
    [rems] = re.findall(rf"--{token}: ([\d.]+)rem;", (CSS / "tokens.css").read_text())
    assert float(rems) * ROOT_TEXT >= THUMB


@pytest.mark.parametrize(
    ("selector", "sheet"),
    [
        (".button", "forms"),
        (".input", "forms"),
        (".choice", "forms"),
        (".scale label > span", "forms"),
        (".back", "shell"),
        (".menu > summary", "shell"),
    ],
)
def test_each_control_declares_its_height(selector: str, sheet: str) -> None:
    css = (CSS / f"{sheet}.css").read_text()
    [rule] = re.findall(rf"^  {re.escape(selector)} {{\n(.*?)^  }}", css, re.MULTILINE | re.DOTALL)
    assert re.search(r"min-block-size: var\(--(touch|control)\)", rule)


# Sheets --------------------------------------------------------------------------------------


def test_the_entry_brings_every_sheet() -> None:
    entry = (CSS / "app.css").read_text()
    named = set(re.findall(r"css/(\w+)\.css", entry))
    assert named == {path.stem for path in CSS.glob("*.css")} - {"app"}


@pytest.mark.parametrize("sheet", sorted(path.name for path in CSS.glob("*.css")))
def test_sheets_stay_in_their_layers_and_flow_both_ways(sheet: str) -> None:
    css = (CSS / sheet).read_text()
    assert css.startswith("@layer")
    assert not re.search(r"(margin|padding|border)-(left|right)|text-align: (left|right)", css)
    assert "url(" not in css


def test_the_sheets_stay_small_enough_to_stand_in_each_page() -> None:
    assert sum(path.stat().st_size for path in CSS.glob("*.css")) <= BUDGET
