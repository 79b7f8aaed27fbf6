"""Who may see and do what: every cell, in the order of product.md, section 2.

The columns are those of people.py, in their order. A cell says

    yes   it can be seen, or the act goes through
    no    the person sees the thing, and the act is refused
    -     for this person the thing does not exist, as for anybody outside
    =     nothing happens: it is done already, or there is nothing there to do it to
    *     not asked here (a family's own things, asked by itself)

``SEES`` is about words: each thing holds a word that is found nowhere else. ``ACTS`` is about
acts: each begins with the handler that a page calls, and how it is called stands in acts.py.
The tables themselves stand in tables.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.walls.matrix.people import COLUMNS, EVERYBODY
from tests.walls.matrix.tables import ACTS, SEES


@dataclass(frozen=True)
class Row:
    """One line: what is seen or done, and each column's cell."""

    table: str
    act: str
    thing: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.act} {self.thing}".strip()

    def cell(self, person: str) -> str:
        """What this person's cell says."""
        return next(
            cell
            for column, cell in zip(COLUMNS, self.cells, strict=True)
            if person in column.people
        )

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Everybody who is asked, with the cell: a column may hold several people."""
        return [
            (person, cell)
            for column, cell in zip(COLUMNS, self.cells, strict=True)
            for person in column.people
            if cell != "*"
        ]


def _rows(tables: dict[str, str], *, with_act: bool) -> list[Row]:
    found = []
    for table, text in tables.items():
        for line in text.strip().splitlines():
            *names, cells = (part.strip() for part in line.split("|"))
            act, thing = names if with_act else ("", *names)
            found.append(Row(table, act, thing, tuple(cells.split())))
    assert all(len(row.cells) == len(COLUMNS) for row in found), "a cell for each column"
    assert all(set(row.cells) <= {"yes", "no", "-", "=", "*"} for row in found)
    return found


def _who_has_the_address_of(name: str) -> tuple[str, ...]:
    """Nobody; but who hands the circle over has written to whom."""
    return tuple(
        "yes" if name == "peter" and "sanne" in column.people else "-" for column in COLUMNS
    )


LOOKS = _rows({name: SEES[name] for name in list(SEES)[:-1]}, with_act=False)
NAMES = _rows({name: SEES[name] for name in list(SEES)[-1:]}, with_act=False)
DEEDS = _rows(ACTS, with_act=True)
ADDRESSES = [
    Row(next(iter(SEES)), "", f"address of {name}", _who_has_the_address_of(name))
    for name in EVERYBODY
]
