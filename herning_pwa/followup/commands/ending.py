"""The meeting is brought to its end."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.commands.holding import hold_round
from herning_pwa.followup.commands.parting import present_parting
from herning_pwa.i18n import _
from herning_pwa.meetings.commands import begin_summary
from herning_pwa.meetings.models import HeldMeeting, Kind, Meeting
from herning_pwa.meetings.policy.holding import hold_on_the_day
from herning_pwa.meetings.policy.summing_up import may_sum_up
from herning_pwa.meetings.queries.agenda import visible_goals
from herning_pwa.meetings.queries.decided import for_all, paragraphs, rows_of
from herning_pwa.people.models import Person


def end_meeting(db: Session, actor: Person, *, meeting_id: object) -> None:
    """Say that everything is gone through: a follow-up is then held, and the summary begun.

    The next date is set before, or why there is none is written. Ending twice is ending once; the
    summary is begun by the first of them who may write it, from what everybody there may see.
    Raises NotFound, NotAllowed, Conflict.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    held = held_row(db, meeting)
    if held.ended_at is None:
        _refuse_without_next(db, meeting, held)
        held.end(actor)
        if meeting.kind is Kind.FOLLOW_UP and meeting.circle.responsible:
            hold_round(db, actor, meeting_id=meeting.id)  # the next follows the meeting agreed on
        record(db, actor, "meeting.ended", meeting)
    if may_sum_up(actor, meeting):
        db.flush()
        told = for_all(
            meeting,
            visible_goals(db, actor, meeting.circle_id),
            rows_of(db, actor, meeting),
        )
        begin_summary(db, actor, meeting_id=meeting.id, paragraphs=paragraphs(told))


def _refuse_without_next(db: Session, meeting: Meeting, held: HeldMeeting) -> None:
    if held.has_next or present_parting(db, meeting):
        return
    raise Conflict(_("Agree first when you meet again. If you do not, write why."))
