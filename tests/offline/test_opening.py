"""Opening what was sealed on a phone: the right thing opens, and everything else is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from hypothesis import assume, given
from hypothesis import strategies as st

from herning_pwa import clock
from herning_pwa.offline.delivering import Sender, Status, deliver
from herning_pwa.offline.envelope import Unreadable, read_sealed
from herning_pwa.offline.keys import current_key_id, is_accepted, key_id_in, public_point
from herning_pwa.offline.opening import READERS, FromLater, KeyNotKnown, open_sealed
from tests.fresh import installation
from tests.outbox import read_out, seal, seal_text, written_out

WHO = uuid4()
NOTE = {"note": "Han gik selv – æøå 🎉"}
PARTS = ("ephemeral", "iv", "sealed")
OURS = max(READERS)


def opened(row: object) -> Any:
    return open_sealed(read_sealed(row))


def flipped(row: dict[str, Any], part: str, bit: int) -> dict[str, Any]:
    """With one bit of this part turned."""
    content = bytearray(read_out(row[part]))
    content[bit // 8 % len(content)] ^= 1 << bit % 8
    return {**row, part: written_out(bytes(content))}


def test_what_was_sealed_opens() -> None:
    key, at = uuid4(), datetime(2026, 11, 27, 14, 5, tzinfo=UTC)
    entry = opened(seal("progress", NOTE, WHO, id=key, written_at=at, form="progress:1"))
    assert (entry.id, entry.person_id, entry.kind) == (key, WHO, "progress")
    assert (entry.fields, entry.written_at, entry.form) == (NOTE, at, "progress:1")


def test_an_envelope_is_known_by_the_name_the_phone_gives_it() -> None:
    known = json.loads((Path(__file__).parents[1] / "js" / "left_behind.json").read_text())
    about = {"id": str(uuid4()), "schema": 1, "key": "", "person": known["row"]["person"]}
    sealed = read_sealed(known["row"]["entry"] | about)
    assert f"{sealed.person}.{sealed.fingerprint}" == known["named"]


def test_all_processes_have_the_same_keys_and_each_installation_its_own() -> None:
    row = seal("progress", NOTE, WHO)
    with installation(HERNING_SECRET_KEY="en anden installations hemmelighed"):
        assert public_point(current_key_id()) != public_point(key_id_in("2020Q1"))
        with pytest.raises(KeyNotKnown):
            opened(row)
    assert opened(row).fields == NOTE


def test_a_wrong_secret_for_a_day_costs_nobody_their_words() -> None:
    """They wait on the phone, and are read when the right one is back."""
    row = seal("progress", NOTE, WHO)
    sender = Sender("", WHO)
    with installation(HERNING_SECRET_KEY="en forkert hemmelighed"):
        assert deliver(row, sender).status is Status.LATER


def test_what_a_later_version_sealed_waits_until_that_one_is_back() -> None:
    """After a step back to an older one. It is too old one day, like everything else."""
    row = seal("progress", NOTE, WHO, schema=2)
    assert deliver(row, Sender("", WHO)).status is Status.LATER
    with time_machine.travel(clock.now() + timedelta(days=730), tick=False):
        assert deliver(row, Sender("", WHO)).status is Status.UNREADABLE


def test_the_same_words_sealed_twice_are_the_same_content() -> None:
    key = uuid4()
    first, second = (opened(seal("progress", NOTE, WHO, id=key)) for _n in range(2))
    other = opened(seal("progress", {**NOTE, "rating": "1"}, WHO, id=key))
    assert first.content_hash == second.content_hash != other.content_hash


@given(st.sampled_from(PARTS), st.integers(0, 2000))
def test_one_bit_turned_and_it_does_not_open(part: str, bit: int) -> None:
    with pytest.raises(Unreadable):
        opened(flipped(seal("progress", NOTE, WHO), part, bit))


@pytest.mark.parametrize("part", ["id", "person", "schema", "key"])
def test_it_opens_for_nobody_else_and_as_nothing_else(part: str) -> None:
    key = key_id_in("2026Q1")
    other = {"id": str(uuid4()), "person": str(uuid4()), "schema": 0, "key": key}
    with pytest.raises(Unreadable):
        opened({**seal("progress", NOTE, WHO), part: other[part]})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@given(JSON)
def test_junk_is_no_entry(junk: object) -> None:
    with pytest.raises(Unreadable):
        opened(junk)


@given(st.sampled_from(["id", "schema", "person", "key", *PARTS]), JSON)
def test_junk_in_one_place_is_no_entry(part: str, junk: object) -> None:
    assume(not (part == "schema" and type(junk) is int and junk >= OURS))
    with pytest.raises(Unreadable):
        opened({**seal("progress", NOTE, WHO), part: junk})


@given(st.integers(OURS + 1))
def test_a_number_above_ours_is_of_a_later_version(schema: int) -> None:
    with pytest.raises(FromLater):
        opened({**seal("progress", NOTE, WHO), "schema": schema})


@given(JSON | st.dictionaries(st.sampled_from(["kind", "written_at", "fields", "form"]), JSON))
def test_junk_that_was_sealed_well_is_no_entry_either(junk: object) -> None:
    with pytest.raises(Unreadable):
        opened(seal_text(json.dumps(junk), WHO))


@pytest.mark.parametrize(
    "plaintext",
    ["", "{", "[" * 100_000, "9" * 5_000, '{"kind":"progress"}', "\x00", '"\\ud800"'],
)
def test_text_that_is_no_form_is_no_entry(plaintext: str) -> None:
    with pytest.raises(Unreadable):
        opened(seal_text(plaintext, WHO))


def test_half_a_sign_at_the_end_of_a_full_field_takes_no_words_along() -> None:
    said = {"kind": "progress", "written_at": "2026-11-27T12:00:00Z"}
    cut = json.dumps({**said, "fields": {"note": "Han smilede 🎉 \ud83c"}})
    assert opened(seal_text(cut, WHO)).fields == {"note": "Han smilede 🎉 ?"}


def test_a_point_that_is_not_on_the_curve_is_no_key() -> None:
    for point in (b"\x04" + b"\x01" * 64, b"\x04" + bytes(64), b"\x02" + b"\x01" * 64):
        with pytest.raises(Unreadable):
            opened({**seal("progress", NOTE, WHO), "ephemeral": written_out(point)})


@pytest.mark.parametrize("years", [-10, 10])
def test_a_phone_whose_clock_is_ten_years_off_is_read(years: int) -> None:
    at = clock.now() + timedelta(days=365 * years)
    assert opened(seal("progress", NOTE, WHO, written_at=at)).written_at == at


@pytest.mark.parametrize("year", [1, 1970, 9999])
def test_a_moment_that_cannot_be_is_none(year: int) -> None:
    at = datetime(year, 1, 1, tzinfo=UTC)
    assert opened(seal("progress", NOTE, WHO, written_at=at)).written_at is None


def test_a_phone_may_lie_in_a_drawer_for_400_days_and_not_for_two_years() -> None:
    written = clock.now()
    with time_machine.travel(written, tick=False):
        row = seal("progress", NOTE, WHO)
    with time_machine.travel(written + timedelta(days=400), tick=False):
        assert opened(row).fields == NOTE
    with time_machine.travel(written + timedelta(days=730), tick=False), pytest.raises(Unreadable):
        opened(row)


def test_what_a_phone_of_2026_sealed_is_read_400_days_later() -> None:
    """By seal.js as it was with schema 1. Whatever comes after, this file stays."""
    known = json.loads((Path(__file__).parent / "schema_1.json").read_text())
    written, at = known["written"], datetime.fromisoformat(known["written"]["writtenAt"])
    with (
        installation(HERNING_SECRET_KEY=known["secret"]),
        time_machine.travel(at + timedelta(days=400), tick=False),
    ):
        entry = opened(known["sealed"])
    assert (str(entry.id), str(entry.person_id)) == (written["id"], written["person"])
    assert (entry.kind, entry.fields, entry.form, entry.written_at) == (
        written["kind"],
        written["fields"],
        written["form"],
        at,
    )


def test_keys_of_the_coming_quarter_are_known_and_no_later_ones() -> None:
    with time_machine.travel(datetime(2026, 11, 27, tzinfo=UTC), tick=False):
        assert current_key_id() == key_id_in("2026Q4")
        known = [key_id_in(f"{year}Q{q}") for year in (2025, 2026, 2027) for q in (1, 2, 3, 4)]
        assert [key for key in known if is_accepted(key)] == known[3:9]
        mark = current_key_id()[6:]
        for nonsense in ("2026Q5", "2026q4", "٢٠٢٦Q4", ""):
            assert not is_accepted(nonsense + mark)
        for nonsense in ("2026Q4", "2026Q4-", f"2026Q4{mark}\n", f"2026Q4{mark.upper()}X"):
            assert not is_accepted(nonsense)
