"""What about meetings may be written without a connection."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.i18n import _
from herning_pwa.meetings.commands.prepare import save_preparation
from herning_pwa.meetings.policy import find_meeting
from herning_pwa.meetings.words import called, preparation_question
from herning_pwa.offline.kind import Fields, Kind
from herning_pwa.people.models import Person

QUESTIONS = ("going_well", "hard", "next_steps", "unspoken", "companion")


def _preparation() -> str:
    return _("Preparation for a meeting")


def _which_meeting(db: Session, person: Person, fields: Fields) -> str:
    return called(find_meeting(db, person, fields.get("meeting_id")))


def _questions() -> dict[str, str]:
    return {name: preparation_question(name) for name in QUESTIONS}


KINDS = {
    "meeting.prepared": Kind(
        label=_preparation,
        about=_which_meeting,
        command=save_preparation,
        fields=("meeting_id", "page_key", "version", "serial", *QUESTIONS),
        words=_questions,
    ),
}
