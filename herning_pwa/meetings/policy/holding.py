"""Who holds a meeting with the app on the table, when, and who must not see what there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.policy.sight import SEES_EVERYBODY
from herning_pwa.errors import Conflict, require
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import sees_goal
from herning_pwa.i18n import _, moment
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import hold_meeting
from herning_pwa.people.models import Person

FROM_BEFORE_IT_STARTS = timedelta(hours=2)
UNTIL_AFTER_IT_ENDS = timedelta(days=7)


def may_hold(actor: Person, meeting: Meeting) -> bool:
    """Professionals in the circle who are invited, and the one who is responsible for it."""
    place = actor.membership_in(meeting.circle_id)
    return place is not None and holds(place, is_invited=meeting.attendance_of(actor) is not None)


def holds(place: Membership, *, is_invited: bool) -> bool:
    """The rule of ``may_hold`` for a living place at hand."""
    return place.role is Role.PROFESSIONAL and (place.is_responsible or is_invited)


def can_be_held_now(meeting: Meeting) -> bool:
    """From two hours before it starts until a week after its end."""
    if meeting.is_cancelled:
        return False
    begins, ends = _window(meeting)
    return begins <= clock.now() <= ends


def held_from(meeting: Meeting) -> str:
    """When a meeting can be held, while that is still to come."""
    begins, _ends = _window(meeting)
    return moment(begins) if meeting.is_open and clock.now() < begins else ""


def has_begun(meeting: Meeting) -> bool:
    """Whether what is decided there can be read."""
    return not meeting.is_cancelled and meeting.starts_at <= clock.now()


def hold_on_the_day(db: Session, actor: Person, meeting_id: object) -> Meeting:
    """The meeting, held until the transaction ends, for somebody who may decide there now.

    Raises NotFound, NotAllowed, MeetingClosed, Conflict.
    """
    meeting = hold_meeting(db, actor, meeting_id)
    require(may_hold(actor, meeting))
    refuse_unless_now(meeting)
    return meeting


def refuse_unless_now(meeting: Meeting) -> None:
    """Says kindly why nothing can be decided at the meeting now."""
    meeting.refuse_if_cancelled()
    begins, ends = _window(meeting)
    if clock.now() < begins:
        raise Conflict(_("You can begin from {when}.").format(when=moment(begins)))
    if clock.now() > ends:
        raise Conflict(
            _("The meeting was more than a week ago. What you decided then still stands.")
        )


def there(meeting: Meeting) -> list[Membership]:
    """The living members who were asked to come."""
    invited = {attendance.person_id for attendance in meeting.attendances}
    return [place for place in meeting.circle.active_memberships if place.person_id in invited]


def who_does_not_see(goal: Goal, places: Collection[Membership]) -> list[Membership]:
    """Those of the meeting to whom the goal must not be shown by accident.

    A parent without custody may read a goal, but not who says what about it (decision 6).
    """
    return [
        place for place in places if place.role not in SEES_EVERYBODY or not sees_goal(place, goal)
    ]


def _window(meeting: Meeting) -> tuple[datetime, datetime]:
    return meeting.starts_at - FROM_BEFORE_IT_STARTS, meeting.ends_at + UNTIL_AFTER_IT_ENDS
