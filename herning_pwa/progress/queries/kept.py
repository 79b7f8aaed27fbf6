"""What a young person has written to the responsible professional alone (barnets lov § 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from herning_pwa.circles.models import Membership
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.entries import Row, rows
from herning_pwa.progress.queries.sight import only


@dataclass(frozen=True)
class Kept:
    """A heading that says for whom, and the entries, newest first. No rows: nothing is drawn."""

    heading: str = ""
    note: str = ""
    rows: list[Row] = field(default_factory=list)


def kept(
    actor: Person,
    goal: Goal,
    entries: Sequence[ProgressEntry],
    places: dict[UUID, Membership],
) -> Kept:
    """``entries`` are those the actor sees: the writer's own, or all for the responsible."""
    private = [entry for entry in entries if entry.is_kept]
    if not private:
        return Kept()
    told = rows(actor, private, places)
    if all(entry.person_id == actor.id for entry in private):
        return Kept(only(goal), _("Nobody else can see that you have written it."), told)
    return Kept(_("Only for you"), _("Do not show it to others. They do not know of it."), told)
