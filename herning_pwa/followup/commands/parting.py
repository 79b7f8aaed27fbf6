"""No next meeting is agreed, and why."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict
from herning_pwa.fields import checking, plain
from herning_pwa.followup.commands.held import held_row
from herning_pwa.i18n import _
from herning_pwa.meetings.models import HeldMeeting, Meeting, Parting
from herning_pwa.meetings.policy.holding import hold_on_the_day
from herning_pwa.meetings.words import when
from herning_pwa.people.models import Person


def part_without_date(
    db: Session, actor: Person, *, meeting_id: object, reason: object, seen: object
) -> None:
    """Agree on no next meeting, with the reason. The same twice is one.

    ``seen`` is the id of the reason the page showed, empty when there was none. Raises NotFound,
    NotAllowed, Invalid, and Conflict when a date, or another reason, was written meanwhile.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    held, present = held_row(db, meeting), present_parting(db, meeting)
    with checking() as check:
        why = check.text("reason", reason, missing=_("Write why you do not meet again."))
    _refuse_when_a_date_is_set(held)
    if present and present.reason == why:
        return
    refuse_if_parted_meanwhile(present, seen)
    replace_parting(db, present)
    parting = Parting(meeting_id=meeting.id, reason=why, by_id=actor.id)
    db.add(parting)
    record(db, actor, "meeting.parted", parting, circle_id=meeting.circle_id)


def present_parting(db: Session, meeting: Meeting) -> Parting | None:
    return db.scalar(
        select(Parting).where(Parting.meeting_id == meeting.id, Parting.replaced_at.is_(None))
    )


def refuse_if_parted_meanwhile(present: Parting | None, seen: object) -> None:
    """Raises Conflict when the page did not show what stands."""
    if present is None or plain(seen) == str(present.id):
        return
    raise Conflict(
        _(
            "{name} has just written that you do not meet again: {reason} "
            "Talk about it, and choose."
        ).format(name=present.by.first_name, reason=present.reason)
    )


def replace_parting(db: Session, present: Parting | None) -> None:
    """It no longer counts. Flushed before the next one: only one may be the present one."""
    if present:
        present.replaced_at = clock.now()
        db.flush()


def _refuse_when_a_date_is_set(held: HeldMeeting) -> None:
    if held.next_meeting is not None and held.has_next:
        raise Conflict(already_agreed(held.next_meeting))


def already_agreed(coming: Meeting) -> str:
    return _("The next meeting is agreed already: {when}. Move it on its own page.").format(
        when=when(coming.starts_at, coming.ends_at)
    )
