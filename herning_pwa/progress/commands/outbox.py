"""What of progress may be written without a connection."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from herning_pwa.goals.commands.outbox import goal_title
from herning_pwa.i18n import _
from herning_pwa.offline.kind import Fields, Kind
from herning_pwa.people.models import Person
from herning_pwa.progress.commands.record import correct_progress, find_entry, record_progress
from herning_pwa.progress.models import KeptFor

SAID = ("client_key", "rating", "note", "happened_on")


def words() -> dict[str, str]:
    return {"happened_on": _("Day"), "rating": _("From 0 to 10"), "note": _("Note")}


def _progress() -> str:
    return _("Progress")


def _to_one_alone() -> str:
    return _("Words to the social worker alone")


def _title_of_entry(db: Session, person: Person, fields: Fields) -> str:
    return find_entry(db, person, fields.get("entry_id")).goal.shown_wording.title


def _to_one(fields: dict[str, Any]) -> dict[str, Any]:
    """Whatever the form says."""
    return {**fields, "kept_for": KeptFor.RESPONSIBLE}


KINDS = {
    "progress": Kind(
        label=_progress,
        about=goal_title,
        command=record_progress,
        fields=("goal_id", "kept_for", *SAID),
        words=words,
    ),
    "progress.confided": Kind(
        label=_to_one_alone,
        about=goal_title,
        command=record_progress,
        fields=("goal_id", *SAID),
        words=words,
        told=_to_one,
    ),
    "progress.corrected": Kind(
        label=_progress,
        about=_title_of_entry,
        command=correct_progress,
        fields=("entry_id", *SAID),
        words=words,
    ),
}
