"""The routes of this room."""

from __future__ import annotations

from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.config import settings
from herning_pwa.people.fake_provider import fake_provider_routes
from herning_pwa.people.http.code import finish
from herning_pwa.people.http.ending import end, end_everywhere
from herning_pwa.people.http.new_access import new_access_routes
from herning_pwa.people.http.oidc import oidc_routes
from herning_pwa.people.http.passkeys import passkey_routes
from herning_pwa.people.http.password import begin, begin_demo
from herning_pwa.people.http.prove import prove


def session_routes() -> list[Route]:
    """Every route of this room. The demo's is there only when the demo is on."""
    rows = [
        Route(urls.API_SESSION, begin, methods=["POST"]),
        Route(urls.API_SESSION_CODE, finish, methods=["POST"]),
        Route(urls.API_SESSION_END, end, methods=["POST"]),
        Route(urls.API_SESSION_END_EVERYWHERE, end_everywhere, methods=["POST"]),
        Route(urls.API_SESSION_PROVE, prove, methods=["POST"]),
        *passkey_routes(),
        *new_access_routes(),
        *oidc_routes(),
        *fake_provider_routes(),
    ]
    if settings().demo:
        rows.append(Route(urls.API_DEMO_SESSION, begin_demo, methods=["POST"]))
    return rows
