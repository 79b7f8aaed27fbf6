"""Settings of the OpenID Connect provider in front of MitID (prefix ``HERNING_OIDC_``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

FAKE_ISSUER = "/falsk-mitid"
# The assurance a case about a child needs: NSIS Betydelig, or Høj.
BETYDELIG_OR_MORE = (
    "https://data.gov.dk/concept/core/nsis/Substantial https://data.gov.dk/concept/core/nsis/High"
)


@dataclass(frozen=True)
class IdentityProvider:
    """The municipality's own provider, or the fake one this app plays itself."""

    issuer: str
    client_id: str
    client_secret: str
    levels: tuple[str, ...]  # the values of ``acr`` that are strong enough here
    name: str  # what people call it


def read_provider(env: Mapping[str, str]) -> IdentityProvider | None:
    """The provider the environment names, if it names one."""
    issuer = env.get("HERNING_OIDC_ISSUER", "")
    if not issuer:
        return None
    return IdentityProvider(
        issuer=issuer,
        client_id=env.get("HERNING_OIDC_CLIENT_ID", ""),
        client_secret=env.get("HERNING_OIDC_CLIENT_SECRET", ""),
        levels=tuple(env.get("HERNING_OIDC_ACR", BETYDELIG_OR_MORE).split()),
        name=env.get("HERNING_OIDC_NAME", "MitID"),
    )


def fake_provider(public_url: str) -> IdentityProvider:
    """For trying things out with invented people."""
    return IdentityProvider(
        issuer=f"{public_url}{FAKE_ISSUER}",
        client_id="sammen",
        client_secret="falsk",  # noqa: S106 - it guards nothing
        levels=tuple(BETYDELIG_OR_MORE.split()),
        name="FALSK MitID",
    )


def unsafe_values(provider: IdentityProvider, *, plain_http: Collection[str]) -> list[str]:
    """What would let the wrong person in, by the setting's name.

    ``plain_http`` are the hosts that need no https: this very machine, or none.
    """
    issuer = urlsplit(provider.issuer)
    is_near = issuer.scheme == "http" and issuer.hostname in plain_http
    problems = []
    if issuer.scheme != "https" and not is_near:
        problems.append("HERNING_OIDC_ISSUER must be https")
    if not provider.client_id:
        problems.append("HERNING_OIDC_CLIENT_ID is missing")
    if not provider.client_secret:
        problems.append("HERNING_OIDC_CLIENT_SECRET is missing")
    if not provider.levels:
        problems.append("HERNING_OIDC_ACR is empty: any level of assurance would do")
    if any(level.casefold().endswith("low") for level in provider.levels):
        problems.append("HERNING_OIDC_ACR must not hold a low level of assurance")
    return problems
