"""What has become of earlier follow-ups, and why anything was changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from herning_pwa.followup.models import RhythmChange, Round
from herning_pwa.followup.words import cycle as words
from herning_pwa.i18n import _, short_date


@dataclass(frozen=True)
class StoryLine:
    """One thing that happened: ``title``, whose words the ``reason`` is."""

    title: str = ""
    note: str = ""
    by: str = ""
    reason: str = ""


def story(rounds: Iterable[Round], changes: Iterable[RhythmChange]) -> list[StoryLine]:
    """The newest first."""
    told: list[tuple[datetime, StoryLine]] = []
    for one in rounds:
        told += [
            (turn.at, _line(words.turn_line(turn), turn.by.first_name, turn.at, turn.reason))
            for turn in one.turns
        ]
        if one.closed_at and not any(turn.now_due_on is None for turn in one.turns):
            told.append((one.closed_at, StoryLine(title=words.lapsed_line(one))))
    told += [
        (
            change.at,
            _line(words.change_line(change), change.by.first_name, change.at, change.reason),
        )
        for change in changes
    ]
    in_order = sorted(told, key=lambda each: each[0])
    return [line for _at, line in reversed(in_order)]


def _line(title: str, name: str, at: datetime, reason: str) -> StoryLine:
    by = _("{name}, {day}").format(name=name, day=short_date(words.day_of(at)))
    return StoryLine(title=title, by=by, reason=reason)
