"""``make bench-sign-in``: do unknown people get their refusal as fast as known ones?

Tries with a wrong password at known and at unknown addresses, one of each in turn, in an order
that changes, against the real app on this machine. Each try comes from an address of its own
in the loopback range, so that the throttle, which stays on, looks at every one of them. Prints
both medians; ends with 1 when they differ by more than 5 %.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import httpx

from herning_pwa import routes
from herning_pwa.demo.people import DEMO_PEOPLE
from tests.server import Server, running_server

TRIES = 200
WARM_UP = 20
APART_AT_MOST = 0.05
MILLISECONDS = 1_000
WRONG = "forkert adgangskode"
KNOWN, UNKNOWN = "known", "unknown"


def main() -> int:
    with TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        times = measure(server)
    for kind, each in times.items():
        tenth, *_rest, last_tenth = quantiles(each, n=10)
        print(
            f"{kind:8} {len(each)} tries, median {median(each):7.2f} ms "
            f"(10 %: {tenth:.2f}, 90 %: {last_tenth:.2f})"
        )
    ratio = median(times[KNOWN]) / median(times[UNKNOWN])
    print(f"known / unknown = {ratio:.3f} (at most {APART_AT_MOST:.0%} apart)")
    return 0 if abs(ratio - 1) <= APART_AT_MOST else 1


def measure(server: Server) -> dict[str, list[float]]:
    """Milliseconds until each answer, by whether the address belongs to somebody."""
    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for n in range(-WARM_UP, TRIES):
        for kind in random.sample([KNOWN, UNKNOWN], 2):
            took = one_try(server, _email(kind, n), caller=2 * (n + WARM_UP) + (kind == KNOWN))
            if n >= 0:
                times[kind].append(took)
    return times


def _email(kind: str, n: int) -> str:
    """Of the same length, and no account more than a few times."""
    known = DEMO_PEOPLE[n % len(DEMO_PEOPLE)].email
    return known if kind == KNOWN else f"x{n % len(DEMO_PEOPLE)}{known[2:]}"


def one_try(server: Server, email: str, *, caller: int) -> float:
    """A try on an open connection; raises AssertionError when it was not looked at."""
    network = httpx.HTTPTransport(local_address=f"127.1.{caller // 250}.{caller % 250 + 1}")
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}", transport=network) as client:
        client.get(routes.HEALTH)
        started = time.perf_counter()
        answer = client.post(
            routes.API_SESSION,
            data={"email": email, "password": WRONG},
            headers={"Origin": server.url},
        )
        took = (time.perf_counter() - started) * MILLISECONDS
    assert answer.status_code == httpx.codes.SEE_OTHER
    assert answer.headers["location"].endswith("fejl=forkert")
    return took


if __name__ == "__main__":
    sys.exit(main())
