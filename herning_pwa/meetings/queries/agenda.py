"""The agenda as one person sees it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import visible_to as goals_visible_to
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import AgendaPoint, Meeting
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class PointRow:
    """One point on the agenda. The goal is named only to those who see it."""

    point_id: str = ""
    text: str = ""
    by: str = ""
    goal_title: str = ""
    goal_href: str = ""
    can_withdraw: bool = False
    withdraw_label: str = ""  # for those who listen: which point


def visible_goals(db: Session, actor: Person, circle_id: UUID) -> dict[UUID, Goal]:
    """The circle's goals the person sees, by id. One statement."""
    goals = db.scalars(
        goals_visible_to(actor)
        .where(Goal.circle_id == circle_id)
        .options(joinedload(Goal.wordings))
        .order_by(Goal.in_focus.desc(), Goal.id.desc())
    )
    return {goal.id: goal for goal in goals.unique()}


def agenda(actor: Person, meeting: Meeting, goals: dict[UUID, Goal]) -> list[PointRow]:
    return [_row(actor, point, goals) for point in meeting.agenda]


def goals_to_talk_about(goals: dict[UUID, Goal]) -> list[Option]:
    """None in particular, and the goals still going on."""
    none = Option(value="", label=_("No goal in particular"))
    return [
        none,
        *(
            Option(value=str(goal.id), label=goal.shown_wording.title)
            for goal in goals.values()
            if not (goal.is_ended or goal.is_draft)
        ),
    ]


def _row(actor: Person, point: AgendaPoint, goals: dict[UUID, Goal]) -> PointRow:
    goal = goals.get(point.goal_id) if point.goal_id else None
    return PointRow(
        point_id=str(point.id),
        text=point.text,
        by=point.person.first_name,
        goal_title=goal.shown_wording.title if goal else "",
        goal_href=routes.goal(goal.id) if goal else "",
        withdraw_label=_("Take the point off: {text}").format(text=point.text),
        can_withdraw=policy.may_withdraw_point(actor, point),
    )
