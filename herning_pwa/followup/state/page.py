"""/opfoelgning: the circle's follow-ups.

Every form carries the follow-up it was shown for and that one's day, so that nobody moves or
closes another one than they were looking at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa.followup.commands import change_rhythm, hold_follow_up, move_round, skip_round
from herning_pwa.followup.queries.page import FollowUpView, follow_up_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState
from herning_pwa.ui.values import FieldProblem

OF_A_ROUND = ("round_id", "shown")


class FollowUpPage(ActingState, rx.State):
    """Where we are, what comes next, and what has been."""

    view: FollowUpView = FollowUpView()
    sent: dict[str, int] = {}  # how often each form was sent: it then starts afresh

    @rx.event
    async def load(self) -> None:
        """Show the follow-ups of the circle that is chosen."""
        await self._show(follow_up_page, "view", circle_id=CURRENT_CIRCLE)

    @rx.event
    async def change(self, form: dict[str, Any]) -> None:
        """Set how often, and since when."""
        fields = ("circle_id", "weeks", "started_on", "reason")
        await self._do(change_rhythm, "rhythm", form, fields, _("The rhythm has been changed."))

    @rx.event
    async def move(self, form: dict[str, Any]) -> None:
        """Give the follow-up another day."""
        thanks = _("The follow-up has been moved. Everybody in the circle can see it.")
        await self._do(move_round, "move", form, (*OF_A_ROUND, "day", "reason"), thanks)

    @rx.event
    async def skip(self, form: dict[str, Any]) -> None:
        """Pass the follow-up over."""
        thanks = _("The follow-up has been passed over. Everybody in the circle can see it.")
        await self._do(skip_round, "skip", form, (*OF_A_ROUND, "reason"), thanks)

    @rx.event
    async def hold(self, form: dict[str, Any]) -> None:
        """Say that the follow-up has been held."""
        thanks = _("The follow-up has been closed. The next one is set.")
        await self._do(hold_follow_up, "hold", form, (*OF_A_ROUND, "next_on"), thanks)

    async def _do(
        self,
        command: Callable[..., Any],
        about: str,
        form: object,
        fields: tuple[str, ...],
        thanks: str,
    ) -> None:
        """Run the command, tell how it went, show the page anew.

        ``about`` begins the ids of the form's fields, and names its kept words.
        """
        said = self._form(form)
        done = await self._act(
            command, form=f"follow-up-{about}", **{name: said.get(name) for name in fields}
        )
        if done:
            self.notice, self.sent[about] = thanks, self.sent.get(about, 0) + 1
        self.problems = [
            FieldProblem(f"{about}-{problem.field}" if problem.field else "", problem.sentence)
            for problem in self.problems
        ]
        await self._show(follow_up_page, "view", circle_id=CURRENT_CIRCLE)
