"""/maal: the list."""

from __future__ import annotations

import reflex as rx

from herning_pwa.goals.queries.goals import GoalList, goal_list
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState


class GoalsPage(ActingState, rx.State):
    """The goals of the circle the person has chosen."""

    goals: GoalList = GoalList()

    @rx.event
    async def load(self) -> None:
        """Show the list."""
        await self._show(goal_list, "goals", circle_id=CURRENT_CIRCLE)
