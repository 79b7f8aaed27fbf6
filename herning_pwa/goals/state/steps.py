"""Steps on the goal's page."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals import commands
from herning_pwa.goals.state.goal import FormsOnGoalPage
from herning_pwa.i18n import _

ACTS = {
    "done": commands.mark_step_done,
    "undone": commands.mark_step_undone,
    "take": commands.take_step,
    "withdraw": commands.withdraw_step,
}


class GoalSteps(FormsOnGoalPage, rx.State):
    """Adding a step, and what one does with it. ``added`` goes up: the form starts afresh."""

    added: int = 0

    @rx.event
    async def add(self, form: dict[str, Any]) -> Any:
        """A new step."""
        form = self._form(form)
        done = await self._act(
            commands.add_step,
            form=f"goal.step:{form.get('goal_id')}",
            goal_id=form.get("goal_id"),
            title=form.get("step_title"),
            person_id=form.get("step_person_id"),
            due_on=form.get("step_due_on"),
        )
        self.added += 1 if done else 0
        return self._tell("add", done, _("The step is added."))

    @rx.event(temporal=True)
    async def change(self, step_id: str, act: str) -> Any:
        """One tap: done, undone, take or withdraw."""
        command = ACTS.get(act) if isinstance(act, str) else None
        done = await self._act(command, step_id=step_id) if command else None
        return self._tell(
            "steps", done, _("Well done. It is written down.") if act == "done" else ""
        )
