"""A new handler, route, page or canary without a cell fails here."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

from herning_pwa.herning_pwa import PAGES
from herning_pwa.offline.kinds import KINDS
from tests.walls.matrix import canaries
from tests.walls.matrix.acts import ACTS
from tests.walls.matrix.cells import ADDRESSES, DEEDS, LOOKS
from tests.walls.matrix.document import FILE, document
from tests.walls.matrix.exempt import (
    HANDLERS_ASKED_ELSEWHERE,
    OWN_HANDLERS_THAT_TAKE_SOMETHING,
    PAGES_ASKED_ELSEWHERE,
    ROUTES_ASKED,
)
from tests.walls.matrix.looks import looks
from tests.walls.matrix.world import World
from tests.walls.rules import HANDLERS, OWN, ROUTES
from tests.walls.test_every_handler import own_handlers

LOAD = ".load"
TESTS = Path(__file__).parents[2]


def acts_on_something() -> set[str]:
    """The handlers that do something to a thing: all but those on one's own session or page."""
    return {name for name, rule in HANDLERS.items() if rule != OWN and not name.endswith(LOAD)}


def test_every_handler_has_a_cell() -> None:
    asked = {ACTS[row.act].handler or row.act for row in DEEDS} - set(KINDS)
    assert acts_on_something() - set(HANDLERS_ASKED_ELSEWHERE) - asked == set()
    assert asked | set(HANDLERS_ASKED_ELSEWHERE) <= set(HANDLERS)


def test_who_acts_on_their_own_alone_is_told_nothing_else() -> None:
    """An argument may name somebody else's thing: another test asks for that with such a name."""
    own = {name for name, rule in HANDLERS.items() if rule == OWN}
    told = {name for name in own if len(signature(own_handlers()[name].fn).parameters) > 1}
    assert told == set(OWN_HANDLERS_THAT_TAKE_SOMETHING)


def test_who_asks_instead_is_there() -> None:
    named = {
        *HANDLERS_ASKED_ELSEWHERE.values(),
        *OWN_HANDLERS_THAT_TAKE_SOMETHING.values(),
        *PAGES_ASKED_ELSEWHERE.values(),
        *ROUTES_ASKED.values(),
    }
    assert [name for name in sorted(named) if not is_a_test(name)] == []


def is_a_test(name: str) -> bool:
    """Whether ``file::test`` stands in that file."""
    file, _, test = name.partition("::")
    return (TESTS / file).is_file() and f"\ndef {test}(" in (TESTS / file).read_text()


def test_every_kind_of_entry_has_a_cell() -> None:
    assert set(KINDS) <= {row.act for row in DEEDS}


def test_every_act_is_asked_about() -> None:
    assert set(ACTS) == {row.act for row in DEEDS}


def test_every_route_is_asked_about() -> None:
    assert set(ROUTES) == set(ROUTES_ASKED)


def test_every_page_is_looked_at(world: World) -> None:
    """Each page is opened by everybody in test_over_the_wire, or named with who asks instead."""
    opened = {pattern_of(look.address, look.parameters) for look in looks(world)}
    wanted = {page.route for page in PAGES if page.on_load is not None}
    assert wanted - opened == set(PAGES_ASKED_ELSEWHERE)


def test_the_document_says_what_the_tables_say() -> None:
    assert FILE.read_text() == document(), "`make matrix` writes it anew"


def pattern_of(address: str, parameters: dict[str, str]) -> str:
    """``/maal/[goal_id]`` from ``/maal/0192…``."""
    path = address.partition("?")[0]
    for name, value in parameters.items():
        path = path.replace(value, f"[{name}]")
    return path


def test_every_canary_has_a_line(world: World) -> None:
    assert world.things
    assert canaries.made() - {row.thing for row in [*LOOKS, *ADDRESSES]} == set()
