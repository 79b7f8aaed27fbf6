"""The matrix's figure at the end of a run, added up over all processes that ran cells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.walls.matrix.tally import TALLY

SENT_AS = "matrix"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of several sends its part to the one that was started."""
    sent = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent[SENT_AS] = (dict(TALLY.run), TALLY.wrong)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of several processes is done."""
    run, wrong = getattr(node, "workeroutput", {}).get(SENT_AS, ({}, []))
    TALLY.run.update(run)
    TALLY.wrong.extend(wrong)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """``matrix: 1,234 cells, 0 wrong (postgresql 500, socket 300, sqlite 434)``."""
    if TALLY.run:
        where = ", ".join(f"{place} {count:,}" for place, count in sorted(TALLY.run.items()))
        total, wrong = sum(TALLY.run.values()), len(TALLY.wrong)
        terminalreporter.write_line(f"matrix: {total:,} cells, {wrong} wrong ({where})")
