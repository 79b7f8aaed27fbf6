"""Where a goal is going: begin, pause, take up, finish, end, focus."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals import commands
from herning_pwa.goals.state.goal import FormsOnGoalPage
from herning_pwa.i18n import _

SIMPLE = {
    "begin": commands.begin_goal,
    "resume": commands.resume_goal,
    "focus": commands.put_in_focus,
    "unfocus": commands.take_out_of_focus,
}
WITH_REASON = {"pause": commands.pause_goal, "end": commands.end_goal}


class SteerGoal(FormsOnGoalPage, rx.State):
    """The forms that move a goal along."""

    @rx.event(temporal=True)
    async def steer(self, goal_id: str, act: str) -> Any:
        """One tap: begin, resume, focus or unfocus."""
        command = SIMPLE.get(act) if isinstance(act, str) else None
        done = await self._act(command, goal_id=goal_id) if command else None
        return self._tell(str(act), done, _("It is saved."))

    @rx.event
    async def stop(self, form: dict[str, Any]) -> Any:
        """Pause or end, because …"""
        form = self._form(form)
        act = str(form.get("act"))
        command = WITH_REASON.get(act)
        fields = {"goal_id": form.get("goal_id"), "reason": form.get("reason")}
        done = await self._act(command, **fields) if command else None
        return self._tell(act, done, _("It is saved."))

    @rx.event
    async def finish(self, form: dict[str, Any]) -> Any:
        """The goal is over; how did it go?"""
        form = self._form(form)
        done = await self._act(
            commands.finish_goal,
            goal_id=form.get("goal_id"),
            achievement=form.get("achievement"),
            words=form.get("words"),
        )
        return self._tell("finish", done, _("The goal is finished."))

    @rx.event
    async def tell_achievement(self, form: dict[str, Any]) -> Any:
        """How it goes now."""
        form = self._form(form)
        done = await self._act(
            commands.set_achievement,
            goal_id=form.get("goal_id"),
            achievement=form.get("achievement"),
        )
        return self._tell("achievement", done, _("It is saved."))
