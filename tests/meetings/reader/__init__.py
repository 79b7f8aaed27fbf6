"""What npm's ical.js makes of a calendar, which Thunderbird and Nextcloud are built on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.node import install, run

READER = Path(__file__).parent


def read_by_others(text: str) -> dict[str, Any]:
    """Its name and its events."""
    install(READER)
    read: dict[str, Any] = json.loads(
        run(READER, "node", "read.js", said=text, listens=True).stdout
    )
    return read
