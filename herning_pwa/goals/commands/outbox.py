"""What about goals may be written without a connection: the three answers to a proposal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from herning_pwa.goals.commands.answer import agree_to_goal, decline_goal, return_goal
from herning_pwa.goals.queries.find import find_goal
from herning_pwa.i18n import _
from herning_pwa.offline.kind import Fields, Kind
from herning_pwa.people.models import Person

ABOUT = ("goal_id", "wording_id")
WORDS = ("title", "why", "signs", "everyday", "starts_on", "target_on", "comment")


def goal_title(db: Session, person: Person, fields: Fields) -> str:
    """What the goal is called; raises NotFound for whoever does not see it."""
    return find_goal(db, person, fields.get("goal_id")).shown_wording.title


def typed(form: Mapping[str, Any], *names: str) -> str:
    """What was written in these fields, one paragraph each."""
    texts = [form.get(name) for name in names]
    return "\n".join(text.strip() for text in texts if isinstance(text, str) and text.strip())


def _answer() -> str:
    return _("Answer to a goal")


def _other_words() -> str:
    return _("Words for a goal")


def _agreeing() -> dict[str, str]:
    return {"words": _("Words")}


def _returning() -> dict[str, str]:
    return {
        "title": _("Goal"),
        "why": _("Why it is important"),
        "signs": _("Signs we see"),
        "everyday": _("How it is like other children's everyday life"),
        "starts_on": _("Starts"),
        "target_on": _("To be reached by"),
        "comment": _("Comment"),
    }


def _declining() -> dict[str, str]:
    return {"starter": _("Answer"), "reason": _("Words")}


def _as_returned(fields: dict[str, Any]) -> dict[str, Any]:
    return {**_as_seen(fields), "fields": {name: fields[name] for name in WORDS}}


def _as_declined(fields: dict[str, Any]) -> dict[str, Any]:
    return {**_as_seen(fields), "reason": typed(fields, "starter", "reason")}


def _as_seen(fields: dict[str, Any]) -> dict[str, Any]:
    seen_agreed = fields["seen_agreed"] == "true"
    return {**{name: fields[name] for name in ABOUT}, "seen_agreed": seen_agreed}


KINDS = {
    "goal.agreed": Kind(
        label=_answer,
        about=goal_title,
        command=agree_to_goal,
        fields=(*ABOUT, "words"),
        words=_agreeing,
    ),
    "goal.returned": Kind(
        label=_other_words,
        about=goal_title,
        command=return_goal,
        fields=(*ABOUT, "seen_agreed", *WORDS),
        words=_returning,
        told=_as_returned,
    ),
    "goal.declined": Kind(
        label=_answer,
        about=goal_title,
        command=decline_goal,
        fields=(*ABOUT, "seen_agreed", "starter", "reason"),
        words=_declining,
        told=_as_declined,
    ),
}
