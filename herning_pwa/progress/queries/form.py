"""What a form for recording progress needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid5

from herning_pwa.goals.models import Goal
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.commands import earliest_day
from herning_pwa.progress.models import ProgressEntry


@dataclass(frozen=True)
class RecordForm:
    """One form. ``key`` stays the same until the reader's own entry is saved: it makes two
    taps one entry, and a page that is loaded anew meanwhile changes nothing.
    """

    goal_id: str = ""
    title: str = ""
    key: str = ""
    today: str = ""
    earliest: str = ""
    seen_by: str = ""
    can_record: bool = False


def record_form(
    actor: Person, goal: Goal, entries: Sequence[ProgressEntry], *, seen_by: str, limit: int
) -> RecordForm:
    """The form for this goal. ``entries`` are the latest, newest first, at most ``limit``;
    some may be on other goals.
    """
    return RecordForm(
        goal_id=str(goal.id),
        title=goal.shown_wording.title,
        key=str(uuid5(actor.id, f"{goal.id} {_moment(actor, goal, entries, limit)}")),
        today=today().isoformat(),
        earliest=earliest_day().isoformat(),
        seen_by=seen_by,
        can_record=policy.may_record(actor, goal),
    )


def _moment(actor: Person, goal: Goal, entries: Sequence[ProgressEntry], limit: int) -> str:
    """Never the same again once the actor has saved something on the goal."""
    for entry in entries:
        if entry.goal_id == goal.id and entry.person_id == actor.id:
            return f"after {entry.id}"
    return f"beyond {entries[-1].id}" if len(entries) >= limit else ""
