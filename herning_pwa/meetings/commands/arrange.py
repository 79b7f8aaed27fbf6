"""Moving a meeting, calling it off, inviting more people."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, Invalid, NotFound, require
from herning_pwa.fields import checking
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.letters import write_letters, write_letters_to
from herning_pwa.meetings.commands.written import (
    Span,
    is_seen_as_it_is,
    read_link,
    read_people,
    read_place,
    read_reason,
    read_span,
)
from herning_pwa.meetings.models import Change, Meeting, TimeOffer
from herning_pwa.meetings.policy.place import may_see_place
from herning_pwa.meetings.words import when
from herning_pwa.people.models import Person


def change_meeting(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    sequence: object,
    day: object,
    start: object,
    end: object,
    place: object,
    link: object,
    reason: object = "",
) -> None:
    """Give the meeting another time, another place, or both; ``sequence`` is what was shown.

    A new time asks everybody to answer again; a follow-up's takes a reason. Raises NotFound,
    NotAllowed, MeetingClosed, Invalid, and Conflict when somebody changed it meanwhile.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_arrange(actor, meeting))
    with checking() as check:
        span = read_span(check, day, start, end, now_is=span_of(meeting).starts_at)
        where, video = read_place(check, place), read_link(check, link)
        moves = span is not None and span != span_of(meeting)
        why = read_reason(check, reason, missing=_why_is_missing(meeting) if moves else "")
    if not may_see_place(db, actor, meeting):
        where = meeting.place  # nobody writes over a place they may not know
    assert span  # noqa: S101 - checking() has raised otherwise
    goes_elsewhere = (where, video) != (meeting.place, meeting.link)
    if not (moves or goes_elsewhere):
        _refuse_if_first_tap(meeting, sequence)
        return
    refuse_if_changed(meeting, sequence)
    was_to_start = meeting.starts_at
    if moves:
        meeting.move(actor, span.starts_at, span.ends_at, why)
        meeting.stand_by_the_time(actor)
    if goes_elsewhere:
        meeting.change_place(actor, where, video, why)
    record(db, actor, "meeting.moved" if moves else "meeting.place_changed", meeting)
    write_letters(db, actor, meeting, was_to_start=was_to_start)


def cancel_meeting(
    db: Session, actor: Person, *, meeting_id: object, sequence: object, reason: object
) -> None:
    """Call the meeting off, with a reason that everybody invited can read.

    Raises NotFound, NotAllowed, MeetingClosed, Invalid, Conflict. A second tap changes nothing.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    if _called_off_by(actor, meeting):
        return
    meeting.refuse_if_closed()
    require(policy.may_arrange(actor, meeting))
    with checking() as check:
        why = read_reason(
            check, reason, missing=_("Write in a few words why the meeting is cancelled.")
        )
    refuse_if_changed(meeting, sequence)
    meeting.cancel(actor, why)
    record(db, actor, "meeting.cancelled", meeting)
    write_letters(db, actor, meeting)


def invite_to_meeting(db: Session, actor: Person, *, meeting_id: object, people: object) -> None:
    """Invite more of the circle's living members. Raises NotFound, NotAllowed, Invalid."""
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    own = actor.membership_in(meeting.circle_id)
    if own is None:
        raise NotFound
    require(policy.may_arrange(actor, meeting))
    with checking() as check:
        invited = read_people(check, own, people, but=[])
    for person in invited:
        meeting.invite(person, by=actor)
    record(db, actor, "meeting.invited", meeting)
    write_letters_to(db, actor, meeting, invited)


def refuse_if_changed(meeting: Meeting, sequence: object) -> None:
    """Raises Conflict, with the present time, when the page showed an earlier one."""
    if is_seen_as_it_is(meeting, sequence):
        return
    raise Conflict(
        _("The meeting has been changed. It is now {when}. Look at it, and send again.").format(
            when=when(meeting.starts_at, meeting.ends_at)
        )
    )


def span_of(meeting: Meeting | TimeOffer) -> Span:
    """When it is, to the minute, which is how people write it."""
    return Span(
        meeting.starts_at.replace(second=0, microsecond=0),
        meeting.ends_at.replace(second=0, microsecond=0),
    )


def _why_is_missing(meeting: Meeting) -> str:
    if not meeting.needs_reason_to_move:
        return ""
    return _("Write in a few words why the meeting is moved.")


def _refuse_if_first_tap(meeting: Meeting, sequence: object) -> None:
    """A second tap finds its change made and is content; a first that changes nothing is told."""
    if is_seen_as_it_is(meeting, sequence):
        raise Invalid({"day": _("Nothing is changed yet. Choose another time or place.")})


def _called_off_by(actor: Person, meeting: Meeting) -> bool:
    return any(c.what is Change.CANCELLED and c.by_id == actor.id for c in meeting.changes)
