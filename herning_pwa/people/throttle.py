"""Slowing down guesses: per account and per address, without locking anybody's owner out.

The counters live in this process's memory; a restart forgets them, which costs an
attacker more time than it gives.
"""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

WRONG_PER_ADDRESS = RateLimitItemPerMinute(10, 5)
WRONG_PER_ACCOUNT_AND_ADDRESS = RateLimitItemPerMinute(10, 5)
WRONG_PER_ACCOUNT = RateLimitItemPerMinute(100, 60)
RETRY_AFTER_SECONDS = 300

_limiter = MovingWindowRateLimiter(MemoryStorage())


def _limits(account: str, address: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
    return [
        (WRONG_PER_ADDRESS, ("address", address)),
        (WRONG_PER_ACCOUNT_AND_ADDRESS, ("pair", account, address)),
        (WRONG_PER_ACCOUNT, ("account", account)),
    ]


def may_try(account: str, address: str) -> bool:
    """Whether one more guess at ``account`` from ``address`` will be looked at."""
    return all(_limiter.test(limit, *key) for limit, key in _limits(account, address))


def count_wrong(account: str, address: str) -> None:
    """Remember a wrong guess."""
    for limit, key in _limits(account, address):
        _limiter.hit(limit, *key)


def allow(key: str) -> bool:
    """Whether one more of a named act may happen now: ten in five minutes."""
    return _limiter.hit(WRONG_PER_ADDRESS, "act", key)


def forget() -> None:
    """Start counting afresh."""
    _limiter.storage.reset()
