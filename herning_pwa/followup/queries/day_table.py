"""One stop of a meeting, laid on the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.followup.queries.day_close import day_ladder, day_next
from herning_pwa.followup.queries.day_goal import day_goal, goal_steps
from herning_pwa.followup.queries.ruler import ruler_of
from herning_pwa.followup.queries.stops import END, LADDER, NEXT, RULER
from herning_pwa.goals.models import Goal
from herning_pwa.goals.queries.company import Company
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import there, who_does_not_see
from herning_pwa.meetings.policy.summing_up import may_sum_up
from herning_pwa.meetings.queries.agenda import AgendaItem, goal_key
from herning_pwa.meetings.queries.at_meeting import places_there
from herning_pwa.meetings.queries.decided import Rows, for_all
from herning_pwa.meetings.queries.news import GoalNews
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.followup.queries.day import DayView


@dataclass(frozen=True)
class Table:
    """Everything that has been found, to lay one stop of it on the table."""

    db: Session
    actor: Person
    meeting: Meeting
    goals: dict[UUID, Goal]
    news: list[GoalNews]
    items: list[AgendaItem]
    rows: Rows

    def with_stop(self, view: DayView) -> DayView:
        """The view, with what its stop shows."""
        kind = view.here.kind
        if kind == RULER:
            places = self.meeting.circle.active_memberships
            ruler = ruler_of(self.db, self.actor, self.meeting.circle_id, places)
            return replace(view, ruler=ruler)
        if kind == LADDER:
            return replace(view, ladder=day_ladder(self.db, self.actor, self.meeting, self.rows))
        if kind == NEXT:
            return replace(view, coming=day_next(self.db, self.actor, self.meeting, self.rows))
        if kind == END:
            return self._end(view)
        return self._item(view)

    def _end(self, view: DayView) -> DayView:
        is_open = not (view.is_ended or self.rows.is_next_settled)
        return replace(
            view,
            agree_first_href=routes.meeting_day(self.meeting.id, NEXT) if is_open else "",
            decided=for_all(self.meeting, self.goals, self.rows),
            can_sum_up=may_sum_up(self.actor, self.meeting),
            summary_href=routes.summary(self.meeting.id),
        )

    def _item(self, view: DayView) -> DayView:
        item = next(item for item in self.items if item.key == view.here.key)
        about = next((one for one in self.news if goal_key(one.goal.id) == item.key), None)
        company = Company(self.meeting.circle, self.actor.id, says_you=False)
        if about is None:
            return self._point(view, item, company)
        seeing = places_there(self.meeting)
        goal = day_goal(self.actor, about, self.rows, company, seeing)
        return replace(view, item=item, goal=goal)

    def _point(self, view: DayView, item: AgendaItem, company: Company) -> DayView:
        """Somebody's point. Its goal, and a step on it, only when everybody there sees the goal."""
        goal = next((g for g in self.goals.values() if routes.goal(g.id) == item.goal_href), None)
        if goal is None:
            return replace(view, item=item)
        if who_does_not_see(goal, there(self.meeting)):
            return replace(view, item=replace(item, goal_title="", goal_href=""))
        return replace(view, item=item, goal=goal_steps(self.actor, goal, company))
