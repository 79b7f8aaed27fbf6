"""Guessing is slowed down; the owner elsewhere is not locked out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from herning_pwa.people import throttle
from herning_pwa.people.tries import Limit, Tries

METTE = "mette@familie.example"


@pytest.fixture(autouse=True)
def fresh_counters() -> Iterator[None]:
    throttle.forget()
    yield
    throttle.forget()


def guess(times: int, account: str, address: str) -> list[bool]:
    return [bool(throttle.take_try(account, address)) for _n in range(times)]


def test_ten_tries_are_looked_at_and_the_eleventh_is_not() -> None:
    assert guess(11, METTE, "192.0.2.1") == [True] * 10 + [False]


def test_the_window_moves_with_the_tries() -> None:
    """Nobody gets twice as many by waiting for a window's edge."""
    began = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    with time_machine.travel(began, tick=False) as clock:
        assert guess(1, METTE, "192.0.2.1") == [True]
        clock.shift(timedelta(minutes=4, seconds=54))
        assert guess(9, METTE, "192.0.2.1") == [True] * 9
        clock.shift(timedelta(seconds=7))
        assert guess(10, METTE, "192.0.2.1") == [True] + [False] * 9


def test_who_is_stopped_hears_when_the_oldest_try_is_forgotten() -> None:
    began = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    with time_machine.travel(began, tick=False) as clock:
        guess(1, METTE, "192.0.2.1")
        clock.shift(timedelta(minutes=4))
        guess(9, METTE, "192.0.2.1")
        assert throttle.take_try(METTE, "192.0.2.1").wait == 60
        clock.shift(timedelta(seconds=60))
        assert throttle.take_try(METTE, "192.0.2.1")
        assert throttle.take_try(METTE, "192.0.2.1").wait == 240


def test_a_right_try_given_back_makes_room_for_one() -> None:
    guess(10, METTE, "192.0.2.1")
    throttle.was_right(METTE, "192.0.2.1")
    assert guess(2, METTE, "192.0.2.1") == [True, False]


def test_nothing_is_kept_about_who_has_stopped_trying() -> None:
    tries, limit = Tries(), Limit(10, 300)
    with time_machine.travel(datetime(2026, 11, 27, 9, 0, tzinfo=UTC), tick=False) as clock:
        for n in range(20):
            tries.take(limit, f"192.0.2.{n}")
        clock.shift(timedelta(minutes=5))
        tries.take(limit, "192.0.2.99")
        assert list(tries._times) == [(limit, ("192.0.2.99",))]


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
