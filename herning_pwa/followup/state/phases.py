"""Going into another phase, from whatever page it stands on."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.followup.commands import change_phase
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState

CHANGING = "phase"


class PhaseSection(ActingState, rx.State):
    """What came of the form. The page it stands on shows itself anew afterwards."""

    saved: int = 0

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said on an earlier one is over."""
        self.notice, self.conflict, self.problems = "", "", []

    @rx.event
    async def change(self, form: dict[str, Any]) -> None:
        """The circle goes into another phase."""
        form = self._form(form)
        done = await self._act(
            change_phase,
            form=CHANGING,
            circle_id=form.get("circle_id"),
            seen=form.get("seen"),
            phase=form.get("phase"),
            reason=form.get("reason"),
        )
        if done:
            self.saved += 1
            self.notice = _("The phase is changed. The family has been told that there is news.")
