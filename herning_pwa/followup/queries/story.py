"""What has become of earlier follow-ups, and why anything was changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from herning_pwa.followup.models import RhythmChange, Round, RoundTurn
from herning_pwa.followup.words import cycle as words
from herning_pwa.i18n import _, short_date
from herning_pwa.meetings.words import chosen_line


@dataclass(frozen=True)
class StoryLine:
    """One thing that happened: ``title``, whose words the ``reason`` is. ``note`` is ours."""

    title: str = ""
    note: str = ""
    by: str = ""
    reason: str = ""


def story(
    rounds: Iterable[Round], changes: Iterable[RhythmChange], meetings: Collection[UUID]
) -> list[StoryLine]:
    """The newest first. ``meetings`` are those that carried one and that the reader sees."""
    told: list[tuple[datetime, StoryLine]] = []
    for one in rounds:
        told += [(turn.at, _turn(turn, meetings)) for turn in one.turns]
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


def _turn(turn: RoundTurn, meetings: Collection[UUID]) -> StoryLine:
    """Why a meeting was moved is read by those who see that meeting, and by nobody else."""
    line = _line(words.turn_line(turn), turn.by.first_name, turn.at, turn.reason)
    if turn.change is None or turn.change.meeting_id not in meetings:
        return line
    note = chosen_line() if turn.change.offer_id else ""
    return replace(line, reason=turn.change.reason, note=note)


def _line(title: str, name: str, at: datetime, reason: str) -> StoryLine:
    by = _("{name}, {day}").format(name=name, day=short_date(words.day_of(at)))
    return StoryLine(title=title, by=by, reason=reason)
