"""Rooms know each other through commands, queries and policies, never through their screens.

(The directions inside a room are import-linter's, in pyproject.toml.)
"""

from __future__ import annotations

import grimp

SCREENS = {"components", "pages", "state"}
# What a file may know of another room: what stands on its own step or below.
STEPS = ("models", "policy", "commands queries", "http", "state", "components", "pages")
STEP = {name: n for n, names in enumerate(STEPS) for name in names.split()}
ASSEMBLY = "herning_pwa.herning_pwa"
# Who is signed in stands under every page.
SHARED_BY_ALL = {("people", "state")}
# What a page is made of may come from another room (decision 4).
MAY_PLACE_COMPONENTS = {"pages", "components"}


def place_of(module: str) -> tuple[str, str]:
    """The room and the file of ``herning_pwa.goals.pages.today``: goals, pages."""
    parts = [*module.split("."), "", ""]
    return parts[1], parts[2]


def between_rooms() -> list[tuple[str, str]]:
    """Every import from one room to another; those for types alone do not count."""
    graph = grimp.build_graph("herning_pwa", cache_dir=None, exclude_type_checking_imports=True)
    return [
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if place_of(importer)[0] != place_of(imported)[0]
    ]


def test_no_room_looks_up_the_stairs_of_another() -> None:
    steps = [(STEP.get(place_of(a)[1]), STEP.get(place_of(b)[1]), a, b) for a, b in between_rooms()]
    upwards = [
        f"{importer} imports {imported}"
        for own, others, importer, imported in steps
        if own is not None and others is not None and others > own
    ]
    assert upwards == []


def test_no_room_reaches_into_another_rooms_screens() -> None:
    graph = grimp.build_graph("herning_pwa", cache_dir=None)
    screens = {
        module
        for module in graph.modules
        if place_of(module)[1] in SCREENS and place_of(module) not in SHARED_BY_ALL
    }
    trespasses = [
        f"{importer} imports {screen}"
        for screen in screens
        for importer in graph.find_modules_that_directly_import(screen)
        if place_of(importer)[0] != place_of(screen)[0]
        and importer != ASSEMBLY
        and not (
            place_of(screen)[1] == "components" and place_of(importer)[1] in MAY_PLACE_COMPONENTS
        )
    ]
    assert trespasses == []
