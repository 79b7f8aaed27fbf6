"""What of progress may be written without a connection."""

from __future__ import annotations

from typing import Any

from herning_pwa.i18n import _
from herning_pwa.offline.kind import Kind
from herning_pwa.progress.commands.record import correct_progress, record_progress
from herning_pwa.progress.models import KeptFor

SAID = ("client_key", "rating", "note", "happened_on")


def _words() -> dict[str, str]:
    return {
        "happened_on": _("Day"),
        "rating": _("From 0 to 10"),
        "note": _("Note"),
    }


def _to_one(fields: dict[str, Any]) -> dict[str, Any]:
    """To the responsible professional alone, whatever the form says."""
    return {**fields, "kept_for": KeptFor.RESPONSIBLE}


KINDS = {
    "progress": Kind(record_progress, ("goal_id", "kept_for", *SAID), _words),
    "progress.confided": Kind(record_progress, ("goal_id", *SAID), _words, _to_one),
    "progress.corrected": Kind(correct_progress, ("entry_id", *SAID), _words),
}
