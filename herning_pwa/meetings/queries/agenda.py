"""The agenda as one person sees it: it builds itself out of the goals, and people add to it.

A goal stands on it once, with all there is to say about it. The order is the organiser's;
what the organiser has not placed stands after it, strengths first (decision 18).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.goals.models import Audience, Goal, Wording
from herning_pwa.goals.policy import visible_to as goals_visible_to
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import AgendaPoint, Kind, Meeting
from herning_pwa.meetings.queries.news import TAKE_UP_GOALS, GoalNews, News, Rank, goal_news
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class AgendaItem:
    """A goal with its news, or a point somebody added. A point's goal is named only to those
    who see it. The labels are for those who listen: which item."""

    key: str = ""
    kind: str = ""  # goal or point
    text: str = ""
    lines: list[News] = field(default_factory=list)
    by: str = ""
    goal_title: str = ""
    goal_href: str = ""
    point_id: str = ""
    can_withdraw: bool = False
    withdraw_label: str = ""
    can_order: bool = False
    is_first: bool = False
    is_last: bool = False
    is_off: bool = False


def visible_goals(db: Session, actor: Person, circle_id: UUID) -> dict[UUID, Goal]:
    """The circle's goals the person sees, by id, with words and steps. Four statements."""
    goals = db.scalars(
        goals_visible_to(actor)
        .where(Goal.circle_id == circle_id)
        .options(
            selectinload(Goal.wordings).joinedload(Wording.answers),
            selectinload(Goal.steps),
            joinedload(Goal.shares),
        )
        .order_by(Goal.in_focus.desc(), Goal.id.desc())
    )
    return {goal.id: goal for goal in goals.unique()}


def agenda(
    db: Session, actor: Person, meeting: Meeting, goals: dict[UUID, Goal]
) -> list[AgendaItem]:
    """In order; what was taken off stands last. Two statements."""
    return laid_out(actor, meeting, goals, gathered(db, actor, meeting, goals))


def gathered(
    db: Session,
    actor: Person,
    meeting: Meeting,
    goals: dict[UUID, Goal],
    *,
    at_the_table: bool = False,
    decided: Collection[UUID] = (),
) -> list[GoalNews]:
    """The goals to take up, with their news. Two statements.

    ``at_the_table`` is for the meeting itself: every goal in force, and everybody by name; also
    those it has ``decided`` to end.
    A child's private goal is never taken up at a table, and to a meeting that is over nothing
    is news, unless somebody still holds it.
    """
    if meeting.kind not in TAKE_UP_GOALS or not (at_the_table or meeting.is_open):
        return []
    open_to_talk = [
        goal
        for goal in goals.values()
        if (goal.id in decided or not (goal.is_ended or goal.is_draft))
        and goal.audience is not Audience.CHILD
    ]
    all_of_them = at_the_table or meeting.kind is Kind.FOLLOW_UP
    news = goal_news(db, actor, meeting, open_to_talk, says_you=not at_the_table)
    return [one for one in news if one.lines or all_of_them or one.goal.in_focus]


def laid_out(
    actor: Person, meeting: Meeting, goals: dict[UUID, Goal], news: list[GoalNews]
) -> list[AgendaItem]:
    """The goals and what people have added, in the organiser's order."""
    ranked = [
        *((Rank.POINT, _point(actor, point, goals)) for point in meeting.agenda),
        *((one.rank, _goal(one)) for one in news),
    ]
    items = [item for _rank, item in sorted(ranked, key=lambda one: one[0])]
    return _placed(items, meeting, may_order=policy.may_arrange(actor, meeting))


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


def goal_key(goal_id: UUID) -> str:
    return f"goal-{goal_id}"


def point_key(point_id: UUID) -> str:
    return f"point-{point_id}"


def _goal(news: GoalNews) -> AgendaItem:
    return AgendaItem(
        key=goal_key(news.goal.id),
        kind="goal",
        text=news.goal.shown_wording.title,
        lines=news.lines or [News(text=_("Nothing new has been written since last time."))],
        goal_href=routes.goal(news.goal.id),
    )


def _point(actor: Person, point: AgendaPoint, goals: dict[UUID, Goal]) -> AgendaItem:
    goal = goals.get(point.goal_id) if point.goal_id else None
    return AgendaItem(
        key=point_key(point.id),
        kind="point",
        text=point.text,
        by=point.person.first_name,
        goal_title=goal.shown_wording.title if goal else "",
        goal_href=routes.goal(goal.id) if goal else "",
        point_id=str(point.id),
        can_withdraw=policy.may_withdraw_point(actor, point),
        withdraw_label=_("Take the point off: {text}").format(text=point.text),
    )


def _placed(items: Iterable[AgendaItem], meeting: Meeting, *, may_order: bool) -> list[AgendaItem]:
    """The organiser's order, told to all; moving is for those who may."""
    rows = {row.key: row for row in meeting.places}
    last = max((row.position for row in rows.values()), default=0) + 1
    ordered = sorted(items, key=lambda i: rows[i.key].position if i.key in rows else last)
    on = [i for i in ordered if i.key not in rows or not rows[i.key].is_off]
    off = [i for i in ordered if i not in on]
    return [
        *(
            replace(i, can_order=may_order, is_first=n == 0, is_last=n == len(on) - 1)
            for n, i in enumerate(on)
        ),
        *(replace(i, can_order=may_order, is_off=True) for i in off),
    ]
