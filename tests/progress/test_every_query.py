"""Whoever reads entries asks whose eyes they are for."""

from __future__ import annotations

from pathlib import Path

import herning_pwa

ASKS = ("is_for(", "visible_to(")
ANSWERS_ITSELF = {
    "progress/models.py": "the table",
    "progress/queries/own_words.py": "the person's own words, to that person alone",
    "goals/queries/others.py": "only what is for everybody",
    "notifications/queries/own_messages.py": "whether the person has written, to that person alone",
}


def test_no_query_over_entries_forgets_to_ask() -> None:
    room = Path(herning_pwa.__file__).parent
    reads = {
        file.relative_to(room).as_posix()
        for file in room.rglob("*.py")
        if "ProgressEntry." in file.read_text() and not any(a in file.read_text() for a in ASKS)
    }
    assert reads == set(ANSWERS_ITSELF)
