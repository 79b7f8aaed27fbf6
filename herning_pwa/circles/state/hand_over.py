"""/kreds/overdrag: what is agreed, who takes over, and how the family will read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.commands import end_early, hand_over, take_back
from herning_pwa.circles.queries import (
    HandoverPreview,
    HandOverView,
    hand_over_page,
    preview_handover,
)
from herning_pwa.circles.state.circle import EVERYBODY, TOLD
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState

DRAFT = "hand-over"


class HandOverPage(ActingState, rx.State):
    """``plan`` is what has been written so far; ``is_ready`` when it was found usable."""

    view: HandOverView = HandOverView()
    plan: dict[str, str] = {}
    preview: HandoverPreview = HandoverPreview()
    is_ready: bool = False
    is_changing: bool = False

    @rx.event
    async def load(self) -> None:
        if await self._show(hand_over_page, "view", circle_id=CURRENT_CIRCLE) and not self.is_ready:
            self.plan = self.view.fields

    @rx.event
    async def change(self) -> None:
        """Back to the form; what was written stands there."""
        self.is_ready, self.is_changing = False, True
        self.problems, self.conflict, self.must_prove = [], "", False

    @rx.event
    async def look(self, form: dict[str, Any]) -> None:
        """Show what the family will read. Nothing is agreed."""
        done = await self._act(preview_handover, **self._written(form))
        if done:
            self.preview, self.plan, self.is_ready = done.value, done.value.fields, True

    @rx.event
    async def agree(self, form: dict[str, Any]) -> Any:
        """Hand the circle on as written."""
        return await self._do(hand_over, form=DRAFT, **self._written(form))

    @rx.event(temporal=True)
    async def take_back(self, handover_id: str) -> Any:
        """Nothing comes of it after all."""
        return await self._do(take_back, handover_id=handover_id)

    @rx.event(temporal=True)
    async def end_early(self, handover_id: str) -> Any:
        """The one who was away is back."""
        return await self._do(end_early, handover_id=handover_id)

    async def _do(self, command: Callable[..., Any], **about: Any) -> Any:
        """Run the command, and show in the circle how it stands now."""
        if not await self._act(command, **about):
            return None
        self.is_ready, self.is_changing = False, False
        return rx.redirect(f"{routes.CIRCLE}?{TOLD}={EVERYBODY}")

    def _written(self, form: object) -> dict[str, Any]:
        said = self._form(form)
        return {"circle_id": said.get("circle_id"), "fields": said}
