"""Adding to a meeting's agenda and taking one's own points off it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import as_id, checking, plain
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import visible_to as goals_visible_to
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.written import one_line
from herning_pwa.meetings.models import POINT_LIMIT, POINTS_LIMIT, AgendaPoint, Meeting
from herning_pwa.people.models import Person


def add_point(
    db: Session, actor: Person, *, meeting_id: object, text: object, goal_id: object = ""
) -> None:
    """Add what one wants to talk about, perhaps tied to a goal one sees.

    The same words twice are one point. Raises NotFound, NotAllowed, MeetingClosed, Invalid.
    """
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_add_point(actor, meeting))
    goal = _goal(db, actor, meeting, goal_id)
    with checking() as check:
        point = check.text(
            "text",
            one_line(text),
            limit=POINT_LIMIT,
            missing=_("Write what you want to talk about."),
        )
        if len(meeting.agenda) >= POINTS_LIMIT:
            check.refuse("text", _("The agenda is full. Talk about the rest next time."))
    if any(p.person_id == actor.id and p.text == point for p in meeting.agenda):
        return
    meeting.points.append(AgendaPoint(person=actor, text=point, goal_id=goal))
    record(db, actor, "meeting.point_added", meeting)


def withdraw_point(db: Session, actor: Person, *, point_id: object) -> None:
    """Take one's own point off the agenda. Raises NotFound, NotAllowed, MeetingClosed."""
    point = policy.hold_point(db, actor, point_id)
    point.meeting.refuse_if_closed()
    require(policy.may_withdraw_point(actor, point))
    point.withdraw()
    record(db, actor, "meeting.point_withdrawn", point.meeting)


def _goal(db: Session, actor: Person, meeting: Meeting, goal_id: object) -> UUID | None:
    """The goal's id, when it is this circle's and the person sees it; raises NotFound."""
    if not plain(str(goal_id)):
        return None
    goal = db.scalar(
        goals_visible_to(actor).where(
            Goal.id == as_id(goal_id), Goal.circle_id == meeting.circle_id
        )
    )
    if goal is None:
        raise NotFound
    return goal.id
