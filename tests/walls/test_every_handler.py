"""Every handler and every HTTP route has a rule. A new one without a rule fails here."""

from __future__ import annotations

from pathlib import Path

from reflex_base.event import EventHandler
from reflex_base.registry import RegistrationContext
from starlette.routing import Route

from herning_pwa import herning_pwa as assembled
from herning_pwa.gate import is_public
from tests.walls.rules import HANDLERS, INTERNAL, PUBLIC, ROUTES, names_a_policy

FRAMEWORK = ("reflex.", "reflex_")


def own_handlers() -> dict[str, EventHandler]:
    """The handlers of our own, by ``State.handler``."""
    return {
        f"{row.states[0].__name__}.{row.handler.fn.__name__}": row.handler
        for name, row in RegistrationContext.get().event_handlers.items()
        if not row.states[0].__module__.startswith(FRAMEWORK) and not name.endswith(".setvar")
    }


def frameworks_handlers() -> set[str]:
    return {
        row.handler.fn.__name__
        for name, row in RegistrationContext.get().event_handlers.items()
        if row.states[0].__module__.startswith(FRAMEWORK) and not name.endswith(".setvar")
    }


def test_every_handler_has_a_rule_and_every_rule_a_handler() -> None:
    assert set(own_handlers()) == set(HANDLERS) | set(PUBLIC)


def test_only_the_named_handlers_are_open_to_people_not_signed_in() -> None:
    assert {name for name, handler in own_handlers().items() if is_public(handler)} == set(PUBLIC)


def test_every_rule_names_something_that_exists() -> None:
    assert [rule for rule in HANDLERS.values() if not names_a_policy(rule)] == []


def test_reflex_has_no_handlers_we_have_not_looked_at() -> None:
    assert frameworks_handlers() == set(INTERNAL)


def test_every_http_route_has_a_rule() -> None:
    routes = {
        (route.path, method)
        for route in assembled.http_routes().routes
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert routes == set(ROUTES)


def test_no_upload_route_exists() -> None:
    """Reflex's upload trusts the tab token alone and serves its folder to anybody."""
    source = Path(assembled.__file__).parent
    assert not [file for file in source.rglob("*.py") if "rx.upload" in file.read_text()]
