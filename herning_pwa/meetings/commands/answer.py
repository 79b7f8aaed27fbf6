"""Answering an invitation to a meeting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import require
from herning_pwa.fields import checking
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.arrange import refuse_if_changed
from herning_pwa.meetings.models import WORDS_LIMIT, Answer
from herning_pwa.people.models import Person


def answer_meeting(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    sequence: object,
    answer: object,
    words: object = "",
) -> None:
    """Say whether one comes. ``sequence`` is the one the page showed with the time.

    Raises NotFound, NotAllowed, MeetingClosed, Invalid, and Conflict when the
    meeting was moved meanwhile.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_answer(actor, meeting))
    with checking() as check:
        said = check.choice("answer", answer, Answer, missing=_("Choose whether you are coming."))
        more = check.text("words", words, limit=WORDS_LIMIT)
    refuse_if_changed(meeting, sequence)
    attendance = meeting.attendance_of(actor)
    assert attendance  # noqa: S101 - the policy has raised otherwise
    assert said  # noqa: S101 - checking() has raised otherwise
    attendance.reply(said, more)
    record(db, actor, "meeting.answered", meeting)
