"""What became of everything that was written: the phones' stories against the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.db import reading
from herning_pwa.offline.delivering import Status
from herning_pwa.offline.models import OutboxAnswer, Outcome
from herning_pwa.progress.models import ProgressEntry
from tests.faults.bad_day import Day
from tests.faults.family import Line


@dataclass(frozen=True)
class Reckoning:
    """Keys of entries, by what is wrong with them; and how much of what was right."""

    lost: set[str]
    doubled: set[str]
    unanswered: set[str]
    wrong: set[str]  # told something else than what was done, or than what should be done
    applied: int
    refused: int
    answered_again: int

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.unanswered or self.wrong)

    def __str__(self) -> str:
        return (
            f"{len(self.lost)} lost, {len(self.doubled)} doubled, "
            f"{len(self.unanswered)} unanswered, {len(self.wrong)} told wrongly; "
            f"{self.applied:,} saved, {self.refused:,} visibly refused, "
            f"{self.answered_again:,} sent more than once"
        )


def reckon(day: Day) -> Reckoning:
    """Compare what each person was told with what the database holds."""
    told = {key: status for phone in day.phones for key, status in phone.told.items()}
    with reading() as db:
        saved, kept = _saved(db), _answers(db)
    counts = {key: saved[line.words] for key, line in day.lines.items()}
    return Reckoning(
        lost={key for key, line in day.lines.items() if _is_lost(key, line, told, counts, kept)},
        doubled={key for key, times in counts.items() if times > 1},
        unanswered=set(day.lines) - set(told),
        wrong={key for key, line in day.lines.items() if _is_wrong(key, line, told, kept)},
        applied=sum(counts.values()),
        refused=sum(answer.outcome is Outcome.REFUSED for answer in kept.values()),
        answered_again=sum(times > 1 for phone in day.phones for times in phone.sent.values()),
    )


def _saved(db: Session) -> Counter[str | None]:
    return Counter(db.scalars(select(ProgressEntry.note)))


def _answers(db: Session) -> dict[str, OutboxAnswer]:
    return {str(answer.key): answer for answer in db.scalars(select(OutboxAnswer))}


def _is_lost(
    key: str,
    line: Line,
    told: dict[str, Status],
    counts: dict[str, int],
    kept: dict[str, OutboxAnswer],
) -> bool:
    """Neither on a phone, nor where it should be, nor given back to its author in full."""
    if key not in told:
        return False  # still on the phone
    given_back = key in kept and kept[key].fields.get("note") == line.words
    return counts[key] == 0 and not given_back


def _is_wrong(key: str, line: Line, told: dict[str, Status], kept: dict[str, OutboxAnswer]) -> bool:
    if key not in told:
        return False
    right = Status.APPLIED if line.is_allowed else Status.REFUSED
    done = kept[key].outcome if key in kept else None
    return told[key] is not right or done != Outcome(right.value)
