"""/maal/nyt: four short screens that save as one goes."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.goals.commands import (
    discard_draft,
    propose_goal,
    save_aim,
    save_plan,
    save_reasons,
    start_from_idea,
    withdraw_step,
)
from herning_pwa.goals.queries.draft import DraftView, draft_page
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState, put

SCREENS = ("1", "2", "3", "4")
FORM = "goal.new"
NAMED = "named-"


def screen_address(screen: int) -> str:
    return f"{routes.NEW_GOAL}?trin={screen}"


class NewGoal(ActingState, rx.State):
    """The person's draft, and which of the four screens is shown."""

    draft: DraftView = DraftView()
    screen: int = 1
    added: int = 0

    @rx.event
    async def load(self) -> None:
        """Show the screen in the address; without a draft, the first."""
        await self._read()
        wanted = self._query("trin")
        put(self, screen=int(wanted) if wanted in SCREENS and self.draft.has_draft else 1)

    async def _read(self) -> None:
        """Read the draft again; the screen stays."""
        await self._show(draft_page, "draft", circle_id=CURRENT_CIRCLE)

    @rx.event
    async def begin(self) -> None:
        """A screen has been opened: what was said to an earlier one is over."""
        self.notice, self.conflict, self.problems = "", "", []

    @rx.event
    async def start_from(self, key: str) -> None:
        """Take a ready-made idea."""
        await self._act(start_from_idea, circle_id=CURRENT_CIRCLE, key=key)
        await self._read()

    @rx.event
    async def save_aim(self, form: dict[str, Any]) -> Any:
        """What do you want?"""
        form = self._form(form)
        fields = {name: form.get(name) for name in ("title", "whose", "area")}
        done = await self._act(save_aim, form=f"{FORM}:1", circle_id=CURRENT_CIRCLE, **fields)
        return rx.redirect(screen_address(2)) if done else None

    @rx.event
    async def save_reasons(self, form: dict[str, Any]) -> Any:
        """Why does it matter, and how do we see it?"""
        form = self._form(form)
        fields = {name: form.get(name) for name in ("why", "signs", "everyday")}
        done = await self._act(save_reasons, form=f"{FORM}:2", circle_id=CURRENT_CIRCLE, **fields)
        return rx.redirect(screen_address(3)) if done else None

    @rx.event
    async def save_plan(self, form: dict[str, Any]) -> Any:
        """Who does what, and when? A step that is typed comes along."""
        form = self._form(form)
        names = ("starts_on", "target_on", "step_title", "step_person_id", "step_due_on")
        fields = {name: form.get(name) for name in names}
        done = await self._act(save_plan, form=f"{FORM}:3", circle_id=CURRENT_CIRCLE, **fields)
        self.added += 1 if done else 0
        return rx.redirect(screen_address(4)) if done else None

    @rx.event(temporal=True)
    async def remove_step(self, step_id: str) -> None:
        """Take a step out of the draft."""
        await self._act(withdraw_step, step_id=step_id)
        await self._read()

    @rx.event
    async def send(self, form: dict[str, Any]) -> Any:
        """Send the proposal. A second tap lands on the same goal."""
        form = self._form(form)
        done = await self._act(
            propose_goal,
            goal_id=form.get("goal_id"),
            audience=form.get("audience"),
            named=[name.removeprefix(NAMED) for name in form if name.startswith(NAMED)],
        )
        return rx.redirect(routes.goal(done.value)) if done else None

    @rx.event(temporal=True)
    async def discard(self) -> None:
        """Begin again from an empty page. The button stands on the first screen."""
        await self._act(discard_draft, circle_id=CURRENT_CIRCLE)
        await self._read()
