"""/moeder/[meeting_id]/holdt: holding a meeting with the app on the table.

Every form carries the decision it was shown with, so that of two devices neither writes over
the other.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import reflex as rx

from herning_pwa.followup.commands import (
    agree_next_date,
    agree_step,
    choose_ladder_step,
    decide_on_goal,
    end_meeting,
    part_without_date,
)
from herning_pwa.followup.queries.day import DayView, day_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState

ABOUT_GOAL = ("goal_id", "wording_id", "seen", "kind", "words", "title")


class MeetingDayPage(ActingState, rx.State):
    """One stop of the meeting, and what can be decided there."""

    day: DayView = DayView()
    sent: dict[str, int] = {}  # how often each form was sent: it then starts afresh
    _asked: tuple[str, ...] = ()  # the stop shown last

    @rx.event
    async def load(self) -> AsyncIterator[None]:
        """Show the stop in the address; never what was said at the one before it."""
        asked = self._stop()
        if asked != self._asked:
            self.problems, self.conflict, self.notice = [], "", ""
            self._asked = asked
            yield
        await self._show_stop()

    @rx.event
    async def decide(self, form: dict[str, Any]) -> None:
        """What now for this goal?"""
        await self._do(decide_on_goal, "outcome", form, ABOUT_GOAL, _("It is written down."))

    @rx.event
    async def agree_step(self, form: dict[str, Any]) -> None:
        """Who does what by when."""
        said = self._form(form)
        named = {name: said.get(f"step_{name}") for name in ("title", "person_id", "due_on")}
        fields = ("goal_id", *named)
        await self._do(agree_step, "step", {**said, **named}, fields, _("The step is added."))

    @rx.event
    async def choose_step(self, form: dict[str, Any]) -> None:
        """Up the ladder, down, or the same step."""
        fields = ("step", "reason", "seen")
        await self._do(choose_ladder_step, "ladder", form, fields, _("It is written down."))

    @rx.event
    async def agree_next(self, form: dict[str, Any]) -> None:
        """When do we meet again?"""
        fields = ("form_key", "day", "start", "end", "seen")
        thanks = _("The next meeting is set. Everybody invited can see it.")
        await self._do(agree_next_date, "next", form, fields, thanks)

    @rx.event
    async def part(self, form: dict[str, Any]) -> None:
        """Not again, and why."""
        fields = ("reason", "seen")
        await self._do(part_without_date, "parting", form, fields, _("It is written down."))

    @rx.event(temporal=True)
    async def end(self, meeting_id: str) -> Any:
        """Everything is gone through. Whoever writes the summary goes on to it."""
        if await self._act(end_meeting, meeting_id=meeting_id):
            self.notice = _("The meeting is brought to its end. Thank you.")
            if self.day.can_sum_up:
                return rx.redirect(self.day.summary_href)
        await self._show_stop()
        return None

    async def _do(
        self,
        command: Callable[..., Any],
        about: str,
        form: object,
        fields: tuple[str, ...],
        thanks: str,
    ) -> None:
        """Run the command on the form's meeting, tell how it went, show the stop anew."""
        said = self._form(form)
        done = await self._act(
            command,
            form=f"day-{about}:{said.get('meeting_id')}:{said.get('goal_id', '')}",
            meeting_id=said.get("meeting_id"),
            **{name: said.get(name) for name in fields},
        )
        if done:
            self.notice, self.sent[about] = thanks, self.sent.get(about, 0) + 1
        await self._show_stop()

    def _stop(self) -> tuple[str, ...]:
        return self._param("meeting_id"), self._query("punkt"), self._query("vis")

    async def _show_stop(self) -> None:
        meeting_id, at, shown = self._stop()
        await self._show(day_page, "day", meeting_id=meeting_id, at=at, uncovered=shown == "ja")
