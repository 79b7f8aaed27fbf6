"""How many cells have been run, where, and which were wrong: the figure at the end of the run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Filled by the tests, told by figure.py at the end."""

    run: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def compare(self, where: str, cell: str, expected: object, found: object) -> None:
        """One cell has been run; it is wrong when what was found is not what it says."""
        self.run[where] += 1
        if expected != found:
            self.wrong.append(f"{where}: {cell}: says {expected}, is {found}")

    def wrong_since(self, before: int) -> list[str]:
        return self.wrong[before:]


TALLY = Tally()
