"""Which passwords may be chosen, and that they are verified exactly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herning_pwa.errors import Invalid
from herning_pwa.fields import checking
from herning_pwa.people.passwords import (
    check_password,
    hash_password,
    hash_secret,
    new_secret,
    normalise_email,
    verify_password,
)
from tests.chance import examples

FINE = "rolig sommer ved fjorden"


def problem_with(password: object, **person: str) -> str:
    """The sentence about the password; empty when it may be used."""
    try:
        with checking() as check:
            check_password(check, "password", password, **person)
    except Invalid as error:
        return error.fields["password"]
    return ""


@pytest.mark.parametrize("length", [12, 15, 64, 128])
def test_lengths_that_may_be_used(length: int) -> None:
    assert not problem_with((FINE * 6)[:length])


@pytest.mark.parametrize("length", [0, 7, 11, 129])
def test_lengths_that_may_not(length: int) -> None:
    assert problem_with((FINE * 6)[:length])


def test_letters_beyond_ascii_count_as_one_each() -> None:
    assert not problem_with("æøåæøåæøå🌻🌊🌲"), "twelve code points"
    assert problem_with("æøåæøåæøå🌻🌊"), "eleven"


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa",
        "qwertyuiop123",
        "1q2w3e4r5t6y",
        "herning12345",
        "kommune-2026!",
        "123456789012",
    ],
)
def test_known_and_obvious_passwords_are_refused(password: str) -> None:
    assert "sværere at gætte" in problem_with(password)


def test_a_password_made_of_the_persons_own_name_is_refused() -> None:
    assert problem_with("Mette.Mette.2024", first_name="Mette", email="mette@familie.example")


@pytest.mark.parametrize("value", [None, 12, ["a" * 12], {"a": 1}])
def test_other_types_are_a_missing_password(value: object) -> None:
    assert problem_with(value)


def test_a_password_fits_only_itself() -> None:
    stored = hash_password(FINE)
    assert verify_password(FINE, stored)
    assert not verify_password(FINE + " ", stored)
    assert not verify_password(FINE.title(), stored)


def test_nothing_fits_nobody() -> None:
    assert not verify_password(FINE, None)


def test_a_difference_after_the_72nd_byte_counts() -> None:
    stored = hash_password("x" * 72 + "a")
    assert not verify_password("x" * 72 + "b", stored)


@settings(max_examples=examples(15))
@given(st.text(min_size=12, max_size=128))
def test_any_text_round_trips(password: str) -> None:
    assert verify_password(password, hash_password(password))


def test_a_lone_surrogate_never_fits_and_never_breaks() -> None:
    assert not verify_password("\ud800" * 12, hash_password(FINE))


def test_addresses_are_compared_without_case_and_space() -> None:
    assert normalise_email("  Mette@Familie.EXAMPLE ") == "mette@familie.example"


def test_secrets_are_long_and_never_kept_as_they_are() -> None:
    secret = new_secret()
    assert len(secret) >= 43  # 256 bits in base64url
    assert secret not in hash_secret(secret)
    assert hash_secret(secret) == hash_secret(secret) != hash_secret(new_secret())


@pytest.mark.parametrize("stored", [None, "", "!", "x" * 60])
def test_where_there_is_no_password_none_fits(stored: str | None) -> None:
    assert not verify_password(FINE, stored)
