"""What a form for recording progress needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from herning_pwa.circles.models import Role
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.commands import earliest_day
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.sight import choices_of, sight_of
from herning_pwa.ui.values import Option, SightLine


@dataclass(frozen=True)
class RecordForm:
    """One form. ``key`` stays the same until the reader's own entry is saved: it makes two
    taps one entry, and a page that is loaded anew meanwhile changes nothing.

    ``sight`` says who reads it; ``choices`` lets a young person decide. ``is_young`` asks with
    five faces.
    """

    goal_id: str = ""
    title: str = ""
    key: str = ""
    today: str = ""
    earliest: str = ""
    sight: SightLine = field(default_factory=SightLine)
    choices: list[Option] = field(default_factory=list)
    is_young: bool = False
    can_record: bool = False


def record_form(
    actor: Person, goal: Goal, entries: Sequence[ProgressEntry], *, limit: int
) -> RecordForm:
    """The form for this goal. ``entries`` are the latest, newest first, at most ``limit``;
    some may be on other goals.
    """
    can_record = policy.may_record(actor, goal)
    return RecordForm(
        goal_id=str(goal.id),
        title=goal.shown_wording.title,
        key=str(uuid5(actor.id, f"{goal.id} {_moment(actor, goal, entries, limit)}")),
        today=today().isoformat(),
        earliest=earliest_day().isoformat(),
        sight=sight_of(actor, goal) if can_record else SightLine(),
        choices=choices_of(actor, goal) if can_record else [],
        is_young=is_young(actor, goal.circle_id),
        can_record=can_record,
    )


def is_young(actor: Person, circle_id: UUID) -> bool:
    """Whether the actor stands in the circle as the child it is about."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role is Role.YOUNG_PERSON


def _moment(actor: Person, goal: Goal, entries: Sequence[ProgressEntry], limit: int) -> str:
    """Never the same again once the actor has saved something on the goal."""
    for entry in entries:
        if entry.goal_id == goal.id and entry.person_id == actor.id:
            return f"after {entry.id}"
    return f"beyond {entries[-1].id}" if len(entries) >= limit else ""
