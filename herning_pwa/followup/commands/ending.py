"""The meeting is brought to its end."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.followup import policy
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.commands.holding import hold_round
from herning_pwa.meetings.models import Kind
from herning_pwa.people.models import Person


def end_meeting(db: Session, actor: Person, *, meeting_id: object) -> None:
    """Say that everything is gone through; a follow-up is then held. Ending twice is ending once.

    Raises NotFound, NotAllowed, Conflict.
    """
    meeting = policy.hold_on_the_day(db, actor, meeting_id)
    held = held_row(db, meeting)
    if held.ended_at is not None:
        return
    held.end(actor)
    if meeting.kind is Kind.FOLLOW_UP and meeting.circle.responsible:
        hold_round(db, actor, meeting_id=meeting.id)  # the next follows the meeting just agreed
    record(db, actor, "meeting.ended", meeting)
