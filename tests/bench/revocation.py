"""``make bench-revocation``: how soon is somebody out when their place is ended?

Mette takes Jens out of the circle, again and again, on the real app on this machine, while
Jens has a page open. Prints the time from the answer Mette gets until Jens's socket is closed,
and from her tap as well, since the answer may come last; then whether the next thing Jens asks
for is refused. Ends with 1 when one try takes a second or more, or something is let through.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from herning_pwa import routes
from tests.sockets import Tab
from tests.walls.matrix.acts import ACTS
from tests.walls.matrix.over_the_wire import PATIENCE, Wire, wire

TRIES = 30
AT_MOST = 1.0
MILLISECONDS = 1_000
REMOVER, REMOVED = "mette", "jens"
END, NEXT, GOAL = "PersonPage.end", "GoalSteps.add", "goal for the circle"
HIDDEN = "-"  # as the matrix says it: for this person it does not exist


def main() -> int:
    with TemporaryDirectory() as folder, wire(Path(folder)) as wired:
        tries = [one_try(wired) for _n in range(TRIES)]
    by_answer, by_tap, outcomes = zip(*tries, strict=True)
    print(_line("from the answer", by_answer))
    print(_line("from the tap", by_tap))
    refused = outcomes.count(HIDDEN)
    print(f"the next event: refused {refused} of {TRIES} times")
    return 0 if max(by_tap) < AT_MOST and refused == TRIES else 1


def _line(name: str, seconds: tuple[float, ...]) -> str:
    middle, worst = median(seconds) * MILLISECONDS, max(seconds) * MILLISECONDS
    return f"closed {name:15} {len(seconds)} tries, median {middle:5.1f} ms, worst {worst:5.1f} ms"


def one_try(wired: Wire) -> tuple[float, float, str]:
    """Seconds from the answer and from the tap to the closed socket, and what came after."""
    for name in (REMOVED, REMOVER):
        wired.open(name, routes.CIRCLE)
    closed = Closing(wired.tab(REMOVED))
    since, tapped = wired.last(), time.monotonic()
    wired.send(REMOVER, END, ACTS[END].sends(wired.world, f"place of {REMOVED}"))
    answered = time.monotonic()
    at = closed.wait()
    wired.post(REMOVED, NEXT, ACTS[NEXT].sends(wired.world, GOAL))
    outcome = wired.outcome(REMOVED, ACTS[NEXT].name, since)
    wired.hang_up_everybody()
    wired.undo()
    return max(0.0, at - answered), at - tapped, outcome


class Closing:
    """Listens on a tab, which sends nothing, until the server hangs up."""

    def __init__(self, tab: Tab) -> None:
        self._tab, self._at = tab, float("inf")
        self._ear = Thread(target=self._listen)
        self._ear.start()

    def wait(self) -> float:
        """When it was closed; infinite when it stayed open."""
        self._ear.join()
        return self._at

    def _listen(self) -> None:
        self._tab.listen(PATIENCE)
        if not self._tab.is_open:
            self._at = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
