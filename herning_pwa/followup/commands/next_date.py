"""The next meeting is agreed before this one ends."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict
from herning_pwa.fields import plain
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.commands.parting import (
    already_agreed,
    present_parting,
    refuse_if_parted_meanwhile,
    replace_parting,
)
from herning_pwa.i18n import local
from herning_pwa.meetings.commands import plan_meeting
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import hold_on_the_day, there
from herning_pwa.meetings.policy.place import may_see_place
from herning_pwa.people.models import Person


def agree_next_date(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    form_key: object,
    day: object,
    start: object,
    end: object,
    seen: object = "",
) -> None:
    """Call the next meeting: the same kind, place and people, on another day.

    ``seen`` is the id of the reason for no next meeting that the page showed: a date after all
    takes its place. Raises NotFound, NotAllowed, Invalid, and Conflict when somebody else was
    first. A place the actor may not know is not carried over.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    held = held_row(db, meeting)
    if held.next_meeting is not None and held.has_next:
        _refuse_unless_the_same(held.next_meeting, day, start)
        return
    parting = present_parting(db, meeting)
    refuse_if_parted_meanwhile(parting, seen)
    sees_place = may_see_place(db, actor, meeting)
    planned = plan_meeting(
        db,
        actor,
        circle_id=meeting.circle_id,
        form_key=form_key,
        kind=meeting.kind.value,
        day=day,
        start=start,
        end=end,
        place=meeting.place if sees_place else "",
        link=meeting.link,
        people=[str(place.person_id) for place in there(meeting)],
    )
    held.next_meeting = planned
    replace_parting(db, parting)
    record(db, actor, "meeting.next_agreed", meeting)


def _refuse_unless_the_same(agreed: Meeting, day: object, start: object) -> None:
    """A second tap finds it agreed; somebody who came second is told what stands."""
    begins = local(agreed.starts_at)
    same_time = plain(start).replace(".", ":") == begins.strftime("%H:%M")
    if plain(day) == begins.date().isoformat() and same_time:
        return
    raise Conflict(already_agreed(agreed))
