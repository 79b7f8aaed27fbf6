"""/maal/[goal_id]: one goal, and what its forms have in common."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals.queries.goal import GoalView, goal_page
from herning_pwa.people.acting import ActingState
from herning_pwa.ui.problems import FieldProblem


class GoalPage(ActingState, rx.State):
    """The goal in the address."""

    goal: GoalView = GoalView()

    @rx.event
    async def load(self) -> None:
        """Show the goal."""
        await self._show(goal_page, "goal", goal_id=self._param("goal_id"))


class FormsOnGoalPage(ActingState, mixin=True):
    """A set of forms on the goal's page. ``about`` names the form the sentences belong to."""

    about: str = ""

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said to an earlier form is over."""
        self._forget()

    def _forget(self) -> None:
        self.about, self.notice, self.conflict, self.problems = "", "", "", []
        self.must_prove = False

    def _tell(self, about: str, done: object | None, thanks: str) -> Any:
        """Say how it went at the form called ``about``, and show the goal as it is now."""
        self.about = about
        self.problems = [
            FieldProblem(f"{about}-{problem.field}", problem.sentence) for problem in self.problems
        ]
        if done:
            self.notice = thanks
        return None if self.problems else GoalPage.load
