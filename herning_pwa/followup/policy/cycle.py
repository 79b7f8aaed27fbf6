"""Who sees a circle's follow-ups, who answers in a round, and who may change what."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session, aliased

from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.fields import as_id
from herning_pwa.finding import the_one
from herning_pwa.followup.models import Round
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.policy import sees_goal
from herning_pwa.meetings.models import Attendance, Kind, Meeting, Status
from herning_pwa.people.models import Person
from herning_pwa.progress.policy import RECORDERS

ASKED_WHILE = (Lifecycle.ACCEPTED, Lifecycle.ACTIVE)  # a goal that rests is not asked about
SEES_FOLLOW_UPS = frozenset(
    {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.NETWORK_MEMBER, Role.PROFESSIONAL}
)


def circles_visible_to(actor: Person) -> Select[Circle]:
    """Circles whose follow-ups the person sees: their days, their rhythm and the reasons."""
    return select(Circle).join(Membership, _own(actor, Circle.id))


def visible_to(actor: Person) -> Select[Round]:
    """The follow-ups in those circles. Every look-up of one starts here."""
    return select(Round).join(Membership, _own(actor, Round.circle_id))


def _own(actor: Person, circle_id: object) -> ColumnElement[bool]:
    return (
        (Membership.circle_id == circle_id)
        & (Membership.person_id == actor.id)
        & Membership.is_active
        & Membership.role.in_(SEES_FOLLOW_UPS)
    )


def find_circle(db: Session, actor: Person, circle_id: object) -> Circle:
    """The circle, when this person sees its follow-ups; raises NotFound."""
    return the_one(db, circles_visible_to(actor).where(Circle.id == as_id(circle_id)))


def find_round(db: Session, actor: Person, round_id: object) -> Round:
    """The follow-up, when this person sees it; raises NotFound."""
    return the_one(db, visible_to(actor).where(Round.id == as_id(round_id)))


def may_steer(actor: Person, circle_id: UUID) -> bool:
    """Set the rhythm, move a follow-up or pass one over: the responsible professional."""
    place = actor.membership_in(circle_id)
    return place is not None and place.is_responsible


def may_hold(actor: Person, circle_id: UUID) -> bool:
    """Say that a follow-up has been held: the professionals, who hold it together."""
    return knows_who_answered(actor, circle_id)


def knows_who_answered(actor: Person, circle_id: UUID) -> bool:
    """Names of who has answered are for professionals: no pressure between two homes."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role is Role.PROFESSIONAL


def asked_about(place: Membership, goals: Sequence[Goal]) -> list[Goal]:
    """Of these goals of the circle, those a round asks this living place about."""
    if place.role not in RECORDERS:
        return []
    return [goal for goal in goals if goal.lifecycle in ASKED_WHILE and sees_goal(place, goal)]


def can_carry_a_round() -> ColumnElement[bool]:
    """Which meetings a circle's follow-up may follow: only those both homes are asked to.

    The follow-up's day is told to the whole circle. Were it the day of a meeting with one
    parent, the other would read that parent's calendar.
    """
    parent, asked = aliased(Membership), aliased(Attendance)
    is_asked = (
        select(asked.id)
        .where(asked.meeting_id == Meeting.id, asked.person_id == parent.person_id)
        .correlate(Meeting, parent)  # two levels up, which is not done by itself
        .exists()
    )
    left_out = exists().where(
        parent.circle_id == Meeting.circle_id,
        parent.is_active,
        parent.role == Role.CUSTODY_PARENT,
        ~is_asked,
    )
    return (Meeting.kind == Kind.FOLLOW_UP) & (Meeting.status == Status.PLANNED) & ~left_out
