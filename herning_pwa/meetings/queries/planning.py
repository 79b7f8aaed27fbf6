"""What the form for a new meeting needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Circle
from herning_pwa.circles.policy import visible_to as circles_visible_to
from herning_pwa.circles.queries.load import with_people
from herning_pwa.circles.queries.protection import warnings_about
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.fields import as_id
from herning_pwa.i18n import today
from herning_pwa.meetings import policy
from herning_pwa.meetings.queries.people import people_to_invite
from herning_pwa.meetings.queries.sight import sight_of_plan
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class PlanningView:
    """The circle the meeting is for, and the people who can be invited."""

    circle_id: str = ""
    people: list[Option] = field(default_factory=list)
    also_sees: str = ""
    warnings: list[str] = field(default_factory=list)
    earliest_day: str = ""


def planning_page(db: Session, actor: Person, *, circle_id: object) -> PlanningView:
    """The form's choices; raises NotFound and NotAllowed. Two statements."""
    circle = db.scalar(
        circles_visible_to(actor).where(Circle.id == as_id(circle_id)).options(with_people())
    )
    if circle is None:
        raise NotFound
    if not policy.may_plan(actor, circle.id):
        raise NotAllowed
    return PlanningView(
        circle_id=str(circle.id),
        people=people_to_invite(actor, circle, but={actor.id}),
        also_sees=sight_of_plan(actor, circle),
        warnings=warnings_about(actor, circle.active_memberships),
        earliest_day=today().isoformat(),
    )
