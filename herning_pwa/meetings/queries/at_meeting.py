"""A meeting with its circle and everybody at it, for what is written before and after."""

from __future__ import annotations

from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.load import with_people
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person


def load_meeting(db: Session, actor: Person, meeting_id: object, *more: ORMOption) -> Meeting:
    """The meeting, when this person may see it; raises NotFound. ``more`` is loaded with it."""
    return the_one(
        db,
        policy.visible_to(actor)
        .where(Meeting.id == as_id(meeting_id))
        .options(
            joinedload(Meeting.circle).options(with_people()),
            selectinload(Meeting.attendances),
            *more,
        ),
    )


def places_there(meeting: Meeting) -> list[Membership]:
    """Everybody who sees the meeting now."""
    invited = {attendance.person_id for attendance in meeting.attendances}
    return [m for m in meeting.circle.active_memberships if policy.sees_meeting(m, invited)]
