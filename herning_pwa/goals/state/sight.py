"""Who can see the goal: choosing it anew, and letting somebody in by name."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals import commands
from herning_pwa.goals.state.goal import FormsOnGoalPage
from herning_pwa.i18n import _


class GoalSight(FormsOnGoalPage, rx.State):
    """The forms that change who can see the goal."""

    @rx.event
    async def choose_audience(self, form: dict[str, Any]) -> Any:
        """Who can see the goal from now on."""
        form = self._form(form)
        done = await self._act(
            commands.change_audience, goal_id=form.get("goal_id"), audience=form.get("audience")
        )
        return self._tell("sight", done, _("It is saved. This is who can see the goal now."))

    @rx.event(temporal=True)
    async def name(self, goal_id: str, person_id: str, let_in: bool) -> Any:
        """Let one person see the goal, or no longer."""
        command = commands.share_goal if let_in is True else commands.end_share
        done = await self._act(command, goal_id=goal_id, person_id=person_id)
        return self._tell("sight", done, _("It is saved. This is who can see the goal now."))

    @rx.event
    async def share_with_parent(self, form: dict[str, Any]) -> Any:
        """Let a parent without custody see the goal, because …"""
        form = self._form(form)
        person_id = str(form.get("person_id"))
        about = f"share-{person_id}"
        done = await self._act(
            commands.share_with_parent,
            form=f"goal.{about}:{form.get('goal_id')}",
            goal_id=form.get("goal_id"),
            person_id=person_id,
            reason=form.get("reason"),
        )
        thanks = _("It is saved. This is who can see the goal now.")
        return self._tell("sight" if done else about, done, thanks)
