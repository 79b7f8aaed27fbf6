"""Wherever something is written, it says by name who can see it, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from herning_pwa import routes
from herning_pwa.herning_pwa import PAGES
from herning_pwa.page import Page

Node = dict[str, Any]

FORMS = {"form", "OutboxForm", "Autosave"}
SAYS_WHO = {
    'className:"sight"',
    'className:"card audience"',
    'className:"promise"',
    'name:"kept_for"',
}
ALONE = "nobody else's: one's own sign-in"
NEW_GOAL = "a draft is its writer's alone; the last step names who will see the goal"
WITHOUT_A_LINE: dict[tuple[str, str], str] = {
    (routes.NEW_GOAL, "title"): NEW_GOAL,
    (routes.NEW_GOAL, "why"): NEW_GOAL,
    (routes.NEW_GOAL, "step_title"): NEW_GOAL,
    (routes.INVITE, "name"): "the next screen says what the guest sees and who reads them",
    (routes.HAND_OVER, "who"): "the next screen names who reads the reason",
    (routes.CHILD, "first_name"): "a child's name is the circle's own: it stands on every page",
    (routes.RULER_WORDS, 'one_rx_state_?.["name"]'): "the municipality's words for all its circles",
    (routes.INVITATION, "fornavn"): "one's own name, on a page that says what the place is",
    (routes.SETTINGS, "name"): ALONE,
    (routes.SETTINGS, "code"): ALONE,
    (routes.SETTINGS, "account"): ALONE,
    (routes.PROVE, "kode"): ALONE,
    (routes.PROVE, "account"): ALONE,
    (routes.SIGN_IN_CODE, "kode"): ALONE,
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.route)
def test_every_form_with_words_says_who_reads_them(page: Page) -> None:
    silent = {field for field, says in _forms(page) if not says}
    exempt = {field for route, field in WITHOUT_A_LINE if route == page.route}
    assert silent == exempt


def _forms(page: Page) -> Iterator[tuple[str, bool]]:
    """Of each form with words in it: its first field, and whether it says who reads them."""
    for form in _elements(page.content().render()):
        if _name(form) in FORMS:
            inside = list(_elements(form))
            words = [_field(one) for one in inside if _takes_words(one)]
            if words:
                drawn = {prop for one in inside for prop in one.get("props", ())}
                yield words[0], not drawn.isdisjoint(SAYS_WHO)


def _elements(node: object) -> Iterator[Node]:
    """Everything that is drawn, whatever the page's state is."""
    if isinstance(node, dict):
        yield node
        for part in node.values():
            yield from _elements(part)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from _elements(part)


def _name(node: Node) -> str:
    return str(node.get("name", "")).strip('"')


def _takes_words(node: Node) -> bool:
    is_line = _name(node) == "input" and 'type:"text"' in node["props"]
    return is_line or _name(node) == "CountedText"


def _field(node: Node) -> str:
    """The name it is sent with; one of many that are made alike is told by what makes them."""
    name = next(prop for prop in node["props"] if prop.startswith("name:"))
    return str(name.removeprefix("name:").strip('"'))
