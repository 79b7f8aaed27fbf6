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


def guess(times: int, account: str, address: str) -> list[bool]:
    return [throttle.take_try(account, address) for _n in range(times)]


def test_ten_tries_are_looked_at_and_the_eleventh_is_not() -> None:
    assert guess(11, METTE, "192.0.2.1") == [True] * 10 + [False]


def test_the_owner_still_gets_in_from_elsewhere() -> None:
    guess(11, METTE, "192.0.2.1")
    assert throttle.take_try(METTE, "192.0.2.2")


def test_one_address_cannot_go_through_many_accounts() -> None:
    for n in range(10):
        guess(1, f"person{n}@familie.example", "192.0.2.1")
    assert not throttle.take_try(METTE, "192.0.2.1")


def test_one_ipv6_household_is_one_address() -> None:
    for n in range(10):
        guess(1, METTE, f"2001:db8:1:2::{n}")
    assert not throttle.take_try(METTE, "2001:db8:1:2:ffff::1")
    assert throttle.take_try(METTE, "2001:db8:1:3::1")


def test_right_tries_are_given_back() -> None:
    """An office of social workers behind one address signs in all morning."""
    for n in range(40):
        account = f"raadgiver{n}@kommune.example"
        assert throttle.take_try(account, "192.0.2.1")
        throttle.was_right(account, "192.0.2.1")


def test_many_addresses_cannot_guess_at_one_account_for_ever() -> None:
    for n in range(100):
        guess(1, METTE, f"192.0.2.{n}")
    assert not throttle.take_try(METTE, "198.51.100.1")


def test_guesses_from_everywhere_do_not_lock_the_owner_out_at_home() -> None:
    throttle.take_try(METTE, "203.0.113.5")
    throttle.was_right(METTE, "203.0.113.5")
    for n in range(120):
        guess(1, METTE, f"192.0.2.{n}")
    assert throttle.take_try(METTE, "203.0.113.5")


def test_everybody_behind_a_dual_stack_socket_is_not_one_household() -> None:
    guess(11, METTE, "::ffff:192.0.2.1")
    assert not throttle.take_try(METTE, "192.0.2.1")
    assert throttle.take_try(METTE, "::ffff:192.0.2.2")


def test_an_address_that_is_stopped_uses_up_nobody_elses_tries() -> None:
    guess(110, METTE, "192.0.2.1")
    assert throttle.take_try(METTE, "192.0.2.2")


def test_named_acts_are_counted_by_household_too() -> None:
    assert all(throttle.allow("invitation", f"2001:db8:1:2::{n}") for n in range(10))
    assert not throttle.allow("invitation", "2001:db8:1:2:ffff::1")
    assert throttle.allow("new-access", "2001:db8:1:2:ffff::1")
