"""Today's page: everything on it is acted on where it stands."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.goals.commands import mark_step_done
from herning_pwa.home.queries import TodayView, today_page
from herning_pwa.i18n import _
from herning_pwa.meetings.commands import answer_meeting
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState


class TodayPage(ActingState, rx.State):
    """What comes next, what waits, how it goes."""

    view: TodayView = TodayView()

    @rx.event
    async def load(self) -> None:
        """Show today, for the circle that is chosen."""
        await self._show(today_page, "view", circle_id=CURRENT_CIRCLE)

    @rx.event(temporal=True)
    async def come(self, meeting_id: str, sequence: int) -> Any:
        """Say yes to the next meeting, as it stood on the screen."""
        done = await self._act(
            answer_meeting, meeting_id=meeting_id, sequence=sequence, answer="coming"
        )
        if done:
            self.notice = _("You are coming. The others can see it.")
        return TodayPage.load

    @rx.event(temporal=True)
    async def finish_step(self, step_id: str) -> Any:
        """Mark one's own step as done."""
        if await self._act(mark_step_done, step_id=step_id):
            self.notice = _("Well done. The others can see that you have done it.")
        return TodayPage.load
