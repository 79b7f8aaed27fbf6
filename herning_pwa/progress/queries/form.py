"""What the form for recording progress needs to know."""

from __future__ import annotations

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
    actor: Person, goal: Goal, latest_own: ProgressEntry | None, seen_by: str
) -> RecordForm:
    """The form for this goal; ``latest_own`` is what the actor last saved here, if anything."""
    after = latest_own.id if latest_own else ""
    return RecordForm(
        goal_id=str(goal.id),
        title=goal.shown_wording.title,
        key=str(uuid5(actor.id, f"{goal.id} after {after}")),
        today=today().isoformat(),
        earliest=earliest_day().isoformat(),
        seen_by=seen_by,
        can_record=policy.may_record(actor, goal),
    )
