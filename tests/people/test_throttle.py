"""Guessing is slowed down; the owner elsewhere is not locked out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from herning_pwa.people import throttle

METTE = "mette@familie.example"


@pytest.fixture(autouse=True)
def fresh_counters() -> Iterator[None]:
    throttle.forget()
    yield
    throttle.forget()


def guess(times: int, account: str, address: str) -> None:
    for _n in range(times):
        throttle.count_wrong(account, address)


def test_ten_wrong_tries_are_looked_at_and_the_eleventh_is_not() -> None:
    guess(9, METTE, "192.0.2.1")
    assert throttle.may_try(METTE, "192.0.2.1")
    guess(1, METTE, "192.0.2.1")
    assert not throttle.may_try(METTE, "192.0.2.1")


def test_the_owner_still_gets_in_from_elsewhere() -> None:
    guess(10, METTE, "192.0.2.1")
    assert throttle.may_try(METTE, "192.0.2.2")


def test_one_address_cannot_go_through_many_accounts() -> None:
    for n in range(10):
        guess(1, f"person{n}@familie.example", "192.0.2.1")
    assert not throttle.may_try(METTE, "192.0.2.1")


def test_many_addresses_cannot_guess_at_one_account_for_ever() -> None:
    for n in range(100):
        guess(1, METTE, f"192.0.2.{n}")
    assert not throttle.may_try(METTE, "198.51.100.1")
