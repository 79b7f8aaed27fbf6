"""/opfoelgning/runde: the round of updates, one goal on each screen."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.commands import pass_over
from herning_pwa.followup.queries.round import RoundView, round_page
from herning_pwa.offline.hearing import HearsOutbox
from herning_pwa.people.acting import CURRENT_CIRCLE
from herning_pwa.ui.values import FieldProblem

IN_WORDS = "words"  # the ids of the second form's fields end in it


class RoundPage(HearsOutbox, rx.State):
    """The goal that is asked about now. Which one it is stands in the address."""

    view: RoundView = RoundView()

    @rx.event
    async def load(self) -> None:
        """Show the goal in the address, or the first that is not answered."""
        await self._show_goal(self._query("maal"))

    @rx.event
    async def begin(self) -> None:
        """A screen has been opened: what was said to an earlier one is over."""
        self.notice, self.conflict, self.problems = "", "", []

    @rx.event
    async def heard(self, key: str) -> Any:
        """Once it is saved, on to the next goal."""
        if await self._hear(key):
            return await self._go_on()
        if self._refused_fields.get("part") == IN_WORDS:
            self.problems = [
                FieldProblem(f"{problem.field}-{IN_WORDS}", problem.sentence)
                for problem in self.problems
            ]
        return None

    @rx.event(temporal=True)
    async def pass_over(self, round_id: str, goal_id: str) -> Any:
        """Say nothing about this goal, and go on."""
        if await self._act(pass_over, round_id=round_id, goal_id=goal_id):
            return await self._go_on()
        return None

    async def _go_on(self) -> Any:
        """To the first goal that is left, or to the end.

        What stands here may have moved on already: an answer also reloads its writer's own page.
        """
        await self._show_goal("")
        return rx.redirect(self.view.address)

    async def _show_goal(self, goal_id: str) -> None:
        circle_id = self._query("kreds") or CURRENT_CIRCLE
        await self._show(round_page, "view", circle_id=circle_id, goal_id=goal_id)
