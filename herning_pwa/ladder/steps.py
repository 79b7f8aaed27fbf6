"""The ladder's six steps by name, as Herning's own page had them in 2026 (steps.csv)."""

from __future__ import annotations

from csv import DictReader
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SOURCE = Path(__file__).parent / "steps.csv"


@dataclass(frozen=True)
class LadderStep:
    """One step; the higher the number, the more help."""

    number: int
    name: str


@lru_cache(maxsize=1)
def ladder_steps() -> list[LadderStep]:
    """From the bottom up."""
    with SOURCE.open(encoding="utf-8", newline="") as source:
        return [LadderStep(int(row["trin"]), row["navn"]) for row in DictReader(source)]
