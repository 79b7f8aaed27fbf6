"""Slowing down guesses: per account and per address, without locking anybody's owner out.

A try is counted before it is looked at, in one step, so that many at once are as many as
one after another; a right one is given back. The account's own limit does not stop an
address that has signed in to it before. The counters live in this process's memory; a
restart forgets them, which costs an attacker more time than it gives.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

FROM_AN_ADDRESS = RateLimitItemPerMinute(10, 5)
AT_AN_ACCOUNT = RateLimitItemPerMinute(100, 60)
RETRY_AFTER_SECONDS = 300
HOUSEHOLD_PREFIX = 64  # one IPv6 subscriber has this whole network

_limiter = FixedWindowRateLimiter(MemoryStorage())
_has_signed_in: set[tuple[str, str]] = set()


def _household(address: str) -> str:
    """The address, or the network one IPv6 subscriber chooses addresses from."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if known.version == 4:  # noqa: PLR2004
        return address
    return str(ip_network((known, HOUSEHOLD_PREFIX), strict=False))


def _limits(account: str, address: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
    limits: list[tuple[RateLimitItem, tuple[str, ...]]] = [(FROM_AN_ADDRESS, ("address", address))]
    if (account, address) not in _has_signed_in:
        limits.append((AT_AN_ACCOUNT, ("account", account)))
    return limits


def take_try(account: str, address: str) -> bool:
    """Whether one more try at ``account`` from ``address`` will be looked at; counts it."""
    took = [_limiter.hit(limit, *key) for limit, key in _limits(account, _household(address))]
    return all(took)


def was_right(account: str, address: str) -> None:
    """Give back the try that turned out to be the owner's."""
    household = _household(address)
    for limit, key in _limits(account, household):
        _limiter.hit(limit, *key, cost=-1)
    _has_signed_in.add((account, household))


def allow(key: str) -> bool:
    """Whether one more of a named act may happen now: ten in five minutes."""
    return _limiter.hit(FROM_AN_ADDRESS, "act", key)


def forget() -> None:
    """Start counting afresh."""
    _limiter.storage.reset()
    _has_signed_in.clear()
