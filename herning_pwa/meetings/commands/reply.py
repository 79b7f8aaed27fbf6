"""Saying what one thinks of "Sådan forstod vi det"."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import as_id, checking
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import COMMENT_LIMIT, MeetingSummary, Says, sent_of
from herning_pwa.meetings.policy import summing_up
from herning_pwa.people.models import Person

YES = "yes"


def reply_to_summary(
    db: Session,
    actor: Person,
    *,
    summary_id: object,
    says: object,
    words: object = "",
    share: object = "",
) -> None:
    """Confirm the version one has read, or comment on it; ``share`` shows the comment to all.

    Raises NotFound, NotAllowed, Invalid, and Conflict when a correction has come meanwhile.
    """
    summary = _find(db, actor, summary_id)
    require(summing_up.may_reply(actor, sent_of(summary.meeting) or summary))
    with checking() as check:
        what = check.choice("says", says, Says, missing=_("Choose whether it is right."))
        comment = check.text(
            "words",
            words if what is Says.COMMENTED else "",
            limit=COMMENT_LIMIT,
            missing=_("Write what should be different.") if what is Says.COMMENTED else "",
        )
    if summary is not sent_of(summary.meeting):
        raise Conflict(_("The text has been corrected. Read it again, and then answer."))
    assert what  # noqa: S101 - checking() has raised otherwise
    summary.reply(actor, what, comment, is_shared=bool(comment) and share == YES)
    record(db, actor, f"meeting.summary_{what}", summary.meeting)


def _find(db: Session, actor: Person, summary_id: object) -> MeetingSummary:
    """The version, of a meeting this person sees, which is held; raises NotFound."""
    summary = db.get(MeetingSummary, as_id(summary_id))
    if summary is None:
        raise NotFound
    policy.hold_meeting(db, actor, summary.meeting_id)
    if not summing_up.may_see_summary(actor, summary):
        raise NotFound
    return summary
