"""The municipality's school holidays, read once from a file (``HERNING_SCHOOL_HOLIDAYS``).

Each municipality sets its own, a school year at a time, so they are data and not code.
"""

from __future__ import annotations

from collections.abc import Iterable
from csv import DictReader
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SHIPPED = Path(__file__).parent / "meetings" / "school_holidays.csv"


@dataclass(frozen=True)
class SchoolHoliday:
    """One holiday: what it is called in the middle of a sentence, its first and last day."""

    name: str
    first_day: date
    last_day: date


class UnreadableHolidays(Exception):
    """The file is missing, or a line of it cannot be read; the message says which."""


def read_school_holidays(file: Path) -> tuple[SchoolHoliday, ...]:
    """Every line of the file but those that begin with ``#``. Raises UnreadableHolidays."""
    try:
        written = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableHolidays(f"{file} cannot be read") from error
    return tuple(_holidays(written.splitlines()))


def _holidays(lines: Iterable[str]) -> Iterable[SchoolHoliday]:
    rows = DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    for row in rows:
        try:
            holiday = SchoolHoliday(
                name=row["name"].strip(),
                first_day=date.fromisoformat(row["first_day"].strip()),
                last_day=date.fromisoformat(row["last_day"].strip()),
            )
        except (AttributeError, KeyError, ValueError) as error:
            raise UnreadableHolidays(f"this line cannot be read: {row}") from error
        if not holiday.name or holiday.last_day < holiday.first_day:
            raise UnreadableHolidays(f"this line cannot be right: {row}")
        yield holiday
