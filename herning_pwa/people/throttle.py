"""Slowing down guesses: per account and per address, without locking anybody's owner out.

A try is counted before it is looked at, in one step, so that many at once are as many as
one after another; a right one is given back. The account's own limit does not stop an
address that has signed in to it before. The counters live in this process's memory; a
restart forgets them, which costs an attacker more time than it gives.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from herning_pwa.people.tries import Counted, Limit, Permit, Tries

FIVE_MINUTES, HOUR, DAY = 5 * 60, 60 * 60, 24 * 60 * 60
FROM_AN_ADDRESS = Limit(10, FIVE_MINUTES)
AT_AN_ACCOUNT = Limit(100, HOUR)
CODES_AT_AN_ACCOUNT = Limit(20, DAY)  # of a million; each step allows five besides
QUESTIONS_AT_AN_ACCOUNT = Limit(8, HOUR)
WRONG_FEEDS_FROM_AN_ADDRESS = Limit(60, FIVE_MINUTES)  # an old one may be on many phones
ENTRIES_OF_A_PERSON = Limit(2000, FIVE_MINUTES)  # ten full outboxes
TRIPS_FROM_AN_ADDRESS = Limit(60, FIVE_MINUTES)  # a whole office signs in at eight
HOUSEHOLD_PREFIX = 64  # one IPv6 subscriber has this whole network

_tries = Tries()
_has_signed_in: set[tuple[str, str]] = set()


def _household(address: str) -> str:
    """The address, or the network one IPv6 subscriber chooses addresses from."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if known.version == 6 and known.ipv4_mapped:  # noqa: PLR2004 - a dual-stack socket's IPv4
        return str(known.ipv4_mapped)
    if known.version == 4:  # noqa: PLR2004
        return address
    return str(ip_network((known, HOUSEHOLD_PREFIX), strict=False))


def _limits(account: str, address: str) -> list[Counted]:
    return _around(account, address, AT_AN_ACCOUNT, "account")


def _code_limits(account: str, address: str) -> list[Counted]:
    return _around(account, address, CODES_AT_AN_ACCOUNT, "codes")


def _around(account: str, address: str, at_account: Limit, kind: str) -> list[Counted]:
    limits: list[Counted] = [(FROM_AN_ADDRESS, ("address", address))]
    if (account, address) not in _has_signed_in:
        limits.append((at_account, (kind, account)))
    return limits


def take_try(account: str, address: str) -> Permit:
    """Whether one more try at ``account`` from ``address`` will be looked at; counts it."""
    return _take(_limits(account, _household(address)))


def was_right(account: str, address: str) -> None:
    """Give back the try that turned out to be the owner's."""
    household = _household(address)
    _give_back(_limits(account, household))
    _has_signed_in.add((account, household))


def take_code_try(account: str, address: str) -> Permit:
    """Whether one more code for ``account`` from ``address`` will be looked at; counts it."""
    return _take(_code_limits(account, _household(address)))


def code_was_right(account: str, address: str) -> None:
    """Give back the try, the question it answered, and the try with the password before it."""
    asked: list[Counted] = [(QUESTIONS_AT_AN_ACCOUNT, ("question", account))]
    _give_back(asked + _code_limits(account, _household(address)))
    was_right(account, address)


def may_ask_for_code(account: str) -> Permit:
    """Whether one more code may be asked of this account's owner; counts it."""
    return _tries.take(QUESTIONS_AT_AN_ACCOUNT, "question", account)


def _take(limits: list[Counted]) -> Permit:
    """The address first: one that has used up its own tries uses up nobody else's."""
    permits = (_tries.take(limit, *whom) for limit, whom in limits)
    return next((permit for permit in permits if not permit), Permit())


def _give_back(limits: list[Counted]) -> None:
    for limit, whom in limits:
        _tries.give_back(limit, *whom)


def allow(act: str, address: str) -> Permit:
    """Whether one more of a named act may happen now from this address: ten in five minutes."""
    return _tries.take(FROM_AN_ADDRESS, "act", act, _household(address))


def may_go_to_provider(address: str) -> Permit:
    """Whether one more trip to the identity provider may begin or end from this address."""
    return _tries.take(TRIPS_FROM_AN_ADDRESS, "trip", _household(address))


def may_ask_passkey(address: str) -> Permit:
    """Whether one more question to a passkey may be asked from this address."""
    return _tries.take(TRIPS_FROM_AN_ADDRESS, "passkey", _household(address))


def may_deliver(sender: str, entries: int) -> Permit:
    """Whether so many entries more will be taken in from this sender's outbox; counts them."""
    return _tries.take(ENTRIES_OF_A_PERSON, "outbox", sender, cost=max(entries, 1))


def take_feed_try(address: str) -> Permit:
    """Whether one more calendar's address will be looked up for this caller; counts it."""
    return _take(_feed_limits(address))


def feed_was_right(address: str) -> None:
    """Give back the try that found a calendar: phones ask all day long."""
    _give_back(_feed_limits(address))


def _feed_limits(address: str) -> list[Counted]:
    return [(WRONG_FEEDS_FROM_AN_ADDRESS, ("feed", _household(address)))]


def forget() -> None:
    """Start counting afresh."""
    _tries.forget()
    _has_signed_in.clear()
