"""The choices at the table, in words."""

from __future__ import annotations

from datetime import datetime

from herning_pwa.goals.models import OutcomeKind
from herning_pwa.i18n import _, clock_time
from herning_pwa.people.models import Person


def outcome_choice(kind: OutcomeKind) -> str:
    """What the table agrees on, as the answer to "What now?"."""
    return {
        OutcomeKind.CONTINUE: _("We go on as we do"),
        OutcomeKind.ADJUST: _("We change the words"),
        OutcomeKind.REACHED: _("We have reached it"),
        OutcomeKind.PAUSE: _("We pause it"),
        OutcomeKind.END: _("We end it"),
    }[kind]


def outcome_hint(kind: OutcomeKind) -> str:
    """What happens when it is chosen."""
    return {
        OutcomeKind.CONTINUE: _("The goal stays as it is."),
        OutcomeKind.ADJUST: _("The new words are sent, and the others answer them."),
        OutcomeKind.REACHED: _("The goal is finished, and that is worth a moment."),
        OutcomeKind.PAUSE: _("You can take it up again."),
        OutcomeKind.END: _("You stop before it is reached."),
    }[kind]


def why_is_missing(kind: OutcomeKind | None) -> str:
    """What to write when the reason is missing; empty where none is asked for."""
    if kind is OutcomeKind.PAUSE:
        return _("Write why you pause the goal.")
    return _("Write why you end the goal.") if kind is OutcomeKind.END else ""


def wrote_it_down(by: Person, at: datetime) -> str:
    """Who holds the pen; it was decided together."""
    return _("{name} wrote it down at {time}").format(name=by.first_name, time=clock_time(at))
