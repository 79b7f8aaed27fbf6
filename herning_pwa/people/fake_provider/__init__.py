"""FALSK MitID: an OpenID Connect provider inside the app, for trying things out.

It is there only with HERNING_FAKE_OIDC=1, which production refuses to start with. Anybody
may be anybody here, so it must never stand in front of a real person's words.
"""

from herning_pwa.people.fake_provider.http import fake_provider_routes

__all__ = ["fake_provider_routes"]
