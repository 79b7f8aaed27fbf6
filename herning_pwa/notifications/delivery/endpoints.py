"""Which addresses a browser may name as its push service, and where they really lead.

The address comes from a browser, so it could lead anywhere, also into the municipality's own
net. Only the browsers' own services are let through, on https. Their names are looked up when
something is sent, and only a public address counts.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from herning_pwa.config import LOCAL_HOSTS, settings

SERVICES = frozenset(
    {"fcm.googleapis.com", "jmt17.google.com", "updates.push.services.mozilla.com"}
)
FAMILIES = (".push.apple.com", ".notify.windows.com")
HTTPS_PORT = 443
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_WRITTEN = re.compile(rf"https?://{_LABEL}(\.{_LABEL})*(:[0-9]{{1,4}}|:[1-5][0-9]{{4}})?/[!-~]*")
_TRANSLATED = ip_network("64:ff9b::/96")  # an IPv4 address behind NAT64 (RFC 6052)

Resolver = Callable[[str, int], Iterable[str]]


class NotPublic(Exception):
    """The name leads to no address outside."""


def is_push_service(endpoint: str) -> bool:
    """Whether this is the address of a browser's own push service, and nothing else."""
    if not _WRITTEN.fullmatch(endpoint):
        return False
    parts = urlsplit(endpoint)
    host, port = parts.hostname or "", parts.port
    if settings().fake_push and parts.scheme == "http" and host in LOCAL_HOSTS:
        return True
    is_known = host in SERVICES or host.endswith(FAMILIES)
    return is_known and parts.scheme == "https" and port in {None, HTTPS_PORT}


def addresses_of(host: str, port: int) -> list[str]:
    """Every address the name has now, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(where[4][0]) for where in found]


def public_address(host: str, port: int, resolve: Resolver = addresses_of) -> str:
    """The first public address the name has. Raises NotPublic, or OSError when it has none.

    Whoever connects must connect to just this: the name may lead elsewhere a moment later.
    """
    addresses = list(resolve(host, port))
    if settings().fake_push and host in LOCAL_HOSTS:
        return addresses[0]
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise NotPublic
    return public[0]


def is_public(address: str) -> bool:
    """Whether packets to it leave for the open net, also when it stands for another address."""
    try:
        known = ip_address(address)
    except ValueError:
        return False
    return known.is_global and not known.is_multicast and not _is_stand_in(known)


def _is_stand_in(address: IPv4Address | IPv6Address) -> bool:
    """An IPv6 address that hides an IPv4 one. A push service has no need of that."""
    if isinstance(address, IPv4Address):
        return False
    hidden = (address.ipv4_mapped, address.sixtofour, address.teredo)
    return any(hidden) or address in _TRANSLATED
