"""Who reads what was decided at a meeting."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, select

from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.policy.sight import SEES_EVERYBODY
from herning_pwa.followup.models import LadderTurn
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import sees_goal
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person

READS_LADDER = frozenset({Role.CUSTODY_PARENT, Role.PROFESSIONAL})


def ladder_visible_to(actor: Person) -> Select[LadderTurn]:
    """Present turns in the circles where the actor is a custody parent or a professional."""
    own = select(Membership.circle_id).where(
        Membership.person_id == actor.id, Membership.is_active, Membership.role.in_(READS_LADDER)
    )
    return select(LadderTurn).where(LadderTurn.replaced_at.is_(None), LadderTurn.circle_id.in_(own))


def reads_ladder(place: Membership) -> bool:
    """The rule of ``ladder_visible_to`` for a living place at hand."""
    return place.role in READS_LADDER


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
