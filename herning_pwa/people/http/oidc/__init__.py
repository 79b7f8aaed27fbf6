"""To the municipality's identity provider and back again."""

from __future__ import annotations

from starlette.routing import Route

from herning_pwa import routes as urls
from herning_pwa.people.http.oidc.leaving import leave, leave_to_link
from herning_pwa.people.http.oidc.returning import come_home


def oidc_routes() -> list[Route]:
    """They are always there: without a provider they answer kindly."""
    return [
        Route(urls.API_OIDC, leave, methods=["GET"]),
        Route(urls.API_OIDC, leave_to_link, methods=["POST"]),
        Route(urls.API_OIDC_RETURN, come_home, methods=["GET"]),
    ]
