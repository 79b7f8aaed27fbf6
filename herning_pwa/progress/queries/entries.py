"""The entries themselves: the table behind the chart, and what the reader wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.naming import called, knows
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, short_date
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.sight import only
from herning_pwa.progress.queries.speakers import ENTRIES_SHOWN, corrected_among
from herning_pwa.progress.words import number_said

OWN_SHOWN = 10


@dataclass(frozen=True)
class Row:
    """One entry in the table. ``state`` is a word when the entry no longer stands."""

    day: str = ""
    name: str = ""
    rating: str = ""
    note: str = ""
    state: str = ""


@dataclass(frozen=True)
class OwnEntry:
    """Something the reader wrote, to correct or take back.

    ``number`` is the rating for the correction's form, -1 for none; ``key`` is that form's key.
    ``kept`` says so when it is for the responsible professional alone.
    """

    id: str = ""
    key: str = ""
    day: str = ""
    happened_on: str = ""
    rating: str = ""
    number: int = -1
    note: str = ""
    state: str = ""
    kept: str = ""
    can_correct: bool = False
    can_withdraw: bool = False


def rows(
    actor: Person, entries: Sequence[ProgressEntry], places: dict[UUID, Membership]
) -> list[Row]:
    """All entries, newest first. What others have taken back is told without its content."""
    corrected = corrected_among(entries)
    return [_row(actor, entry, _state(entry, entry.id in corrected), places) for entry in entries]


def rows_note(entries: Sequence[ProgressEntry]) -> str:
    """Says so when there are more entries than the page shows."""
    if len(entries) < ENTRIES_SHOWN:
        return ""
    return _("This is the latest {n}.").format(n=ENTRIES_SHOWN)


def own_entries(actor: Person, goal: Goal, own: Sequence[ProgressEntry]) -> list[OwnEntry]:
    """The reader's latest entries, newest first."""
    corrected = corrected_among(own)
    open_for_more = policy.may_record(actor, goal)
    return [
        _own(actor, goal, entry, corrected=entry.id in corrected, may_correct=open_for_more)
        for entry in own[:OWN_SHOWN]
    ]


def _row(actor: Person, entry: ProgressEntry, state: str, places: dict[UUID, Membership]) -> Row:
    own, place = places.get(actor.id), places.get(entry.person_id)
    mine = entry.person_id == actor.id
    tells = mine or not entry.is_withdrawn
    return Row(
        day=short_date(entry.happened_on),
        name=_("You, the reader") if mine else called(own, place),
        rating=number_said(entry.rating, place.role if place else None) if tells else "",
        note=entry.note or "" if tells and (mine or knows(own, place)) else "",
        state=state,
    )


def _own(
    actor: Person, goal: Goal, entry: ProgressEntry, *, corrected: bool, may_correct: bool
) -> OwnEntry:
    place = actor.membership_in(goal.circle_id)
    stands = not (corrected or entry.is_withdrawn)
    return OwnEntry(
        id=str(entry.id),
        key=str(uuid5(actor.id, f"instead of {entry.id}")),
        day=short_date(entry.happened_on),
        happened_on=entry.happened_on.isoformat(),
        rating=number_said(entry.rating, place.role if place else None),
        number=-1 if entry.rating is None else entry.rating,
        note=entry.note or "",
        state=_state(entry, corrected),
        kept=only(goal) if entry.is_kept else "",
        can_correct=stands and may_correct,
        can_withdraw=stands,
    )


def _state(entry: ProgressEntry, corrected: bool) -> str:
    if entry.is_withdrawn:
        return _("Taken back")
    return _("Corrected") if corrected else ""
