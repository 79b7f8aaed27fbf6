"""How much is left to chance: the gate tries the same examples each time, so that a red one is
about the change; `make search` looks for examples nobody has tried, many times as many."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("SEARCH", "0"))  # 0 is the gate


def examples(number: int) -> int:
    """So many in the gate."""
    return number * max(TIMES, 1)


settings.register_profile(
    "ours",
    max_examples=examples(50),
    derandomize=not TIMES,
    database=None,
    deadline=None,
    print_blob=bool(TIMES),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("ours")
