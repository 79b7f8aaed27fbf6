"""Reading what people typed. Anything may arrive from a socket, so nothing is trusted.

``with checking() as check:`` collects one sentence for each field that cannot
be used, and raises Invalid with all of them when the block ends.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from herning_pwa.errors import Invalid, NotFound
from herning_pwa.i18n import COPENHAGEN, _, ngettext, today

Kind = TypeVar("Kind", bound=StrEnum)

TITLE_LIMIT = 120
TEXT_LIMIT = 2000
LONGEST_TEXT = 20_000  # of one field, as a phone may send it; the phone itself refuses more
YEARS_AHEAD = 3
KEPT_CONTROLS = {"\n", "\t"}


def as_id(value: object) -> UUID:
    """An id out of an address or an event; raises NotFound for anything else."""
    try:
        return UUID(str(value))
    except ValueError:
        raise NotFound from None


def plain(value: object) -> str:
    """Text without control characters and lone surrogates, in NFC; empty for other types."""
    if not isinstance(value, str):
        return ""
    kept = (
        c
        for c in value.replace("\r\n", "\n")
        if c in KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"}
    )
    return unicodedata.normalize("NFC", "".join(kept)).strip()


class Check:
    """Reads fields and remembers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def refuse(self, field: str, sentence: str) -> None:
        """Note a problem; the first one for a field stands."""
        self.problems.setdefault(field, sentence)

    def text(self, field: str, value: object, *, limit: int = TEXT_LIMIT, missing: str = "") -> str:
        """Cleaned text. ``missing`` is the sentence for an empty field that must be filled in."""
        text = plain(value)
        if not text and missing:
            self.refuse(field, missing)
        over = len(text) - limit
        if over > 0:
            self.refuse(
                field,
                ngettext(
                    "The text is {n} character too long. Make it shorter.",
                    "The text is {n} characters too long. Make it shorter.",
                    over,
                ),
            )
        return text

    def day(
        self,
        field: str,
        value: object,
        *,
        missing: str = "",
        earliest: date | None = None,
        latest: date | None = None,
    ) -> date | None:
        """A date from ``YYYY-MM-DD``, within bounds; none when empty and not required."""
        written = plain(value)
        if not written:
            if missing:
                self.refuse(field, missing)
            return None
        try:
            day = date.fromisoformat(written)
        except ValueError:
            self.refuse(field, _("Choose a date, for example 24-11-2026."))
            return None
        if earliest and day < earliest:
            self.refuse(field, _("The date has passed. Choose today or later."))
        elif day > (latest or date(today().year + YEARS_AHEAD, 12, 31)):
            self.refuse(field, _("The date is too far ahead. Choose one closer to today."))
        return day

    def clock(self, field: str, value: object, *, missing: str) -> time | None:
        """A time of day from ``HH:MM``, or ``HH.MM`` or ``HH`` as Danes write it."""
        written = plain(value)
        hour, _colon, minute = written.replace(".", ":").partition(":")
        try:
            return datetime.strptime(f"{hour}:{minute or '00'}", "%H:%M").time()  # noqa: DTZ007
        except ValueError:
            self.refuse(field, _("Write the time like 14.30.") if written else missing)
            return None

    def rating(self, field: str, value: object) -> int | None:
        """A whole number 0-10; none when empty. Zero is a real value."""
        written = str(value) if isinstance(value, int) and value is not True else plain(value)
        if not written:
            return None
        if written.isascii() and written.isdigit() and len(written) <= 2 and int(written) <= 10:  # noqa: PLR2004
            return int(written)
        self.refuse(field, _("Choose a number from 0 to 10."))
        return None

    def choice(self, field: str, value: object, kinds: type[Kind], *, missing: str) -> Kind | None:
        """One of the named kinds."""
        try:
            return kinds(plain(value))
        except ValueError:
            self.refuse(field, missing)
            return None


@contextmanager
def checking() -> Iterator[Check]:
    """Collect problems; raises Invalid at the end of the block when there are any."""
    check = Check()
    yield check
    if check.problems:
        raise Invalid(check.problems)


def copenhagen(day: date, at: time) -> datetime:
    """The aware moment when Copenhagen's clock shows ``at`` on ``day``."""
    return datetime.combine(day, at.replace(tzinfo=None), tzinfo=COPENHAGEN)
