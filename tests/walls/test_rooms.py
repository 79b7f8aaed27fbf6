"""Rooms know each other through commands, queries and policies, never through their screens.

(The directions inside a room are import-linter's, in pyproject.toml.)
"""

from __future__ import annotations

import grimp

SCREENS = {"components", "pages", "state"}
ASSEMBLY = "herning_pwa.herning_pwa"
# Who is signed in stands under every page.
SHARED_BY_ALL = {("people", "state")}
# What a page is made of may come from another room (decision 4).
MAY_PLACE_COMPONENTS = {"pages", "components"}


def place_of(module: str) -> tuple[str, str]:
    """The room and the file of ``herning_pwa.goals.pages.today``: goals, pages."""
    parts = [*module.split("."), "", ""]
    return parts[1], parts[2]


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
