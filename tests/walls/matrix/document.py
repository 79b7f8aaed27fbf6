"""docs/MATRIX.md: the tables as people read them. ``make matrix`` writes it, a test checks it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from tests.walls.matrix.cells import DEEDS, LOOKS, NAMES, Row
from tests.walls.matrix.people import COLUMNS

FILE = Path(__file__).parents[3] / "docs" / "MATRIX.md"
INTRODUCTION = """# Who may see and do what

Written by `make matrix` from `tests/walls/matrix/tables.py`, which is where it is changed. Every
cell is run: on both databases, over a raw socket against the running server, and over HTTP where
there is a route. A handler, a page or a route without a line here stops the build.

**yes**: can be seen, or the act goes through. **no**: the person sees the thing, and the act is
refused. **-**: for this person the thing does not exist; what comes back is the same as for a
thing that was never there. **=**: nothing happens. **\\***: a family's own, asked there.

Nobody sees anybody's e-mail address: only who writes an invitation sees the one they wrote.
Somebody who is not signed in gets as far as the sign-in page, whatever they ask for.
"""
WORDS = {"*": "\\*"}


def document() -> str:
    """The whole file."""
    tables = groupby([*LOOKS, *NAMES, *DEEDS], key=lambda row: row.table)
    return "\n".join([INTRODUCTION, *(_table(name, list(rows)) for name, rows in tables)])


def _table(name: str, rows: list[Row]) -> str:
    headings = [column.heading for column in COLUMNS]
    lines = [
        f"## {name}\n",
        f"| | {' | '.join(headings)} |",
        f"|---{'|---' * len(headings)}|",
        *(f"| {_line(row)} | {' | '.join(WORDS.get(c, c) for c in row.cells)} |" for row in rows),
    ]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    return f"`{row.act}`: {row.thing}" if row.act else row.thing


if __name__ == "__main__":
    FILE.write_text(document())
