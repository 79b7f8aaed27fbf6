"""/was: the circle as somebody else sees it."""

from __future__ import annotations

import reflex as rx

from herning_pwa import live
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState
from herning_pwa.preview.commands import note_look
from herning_pwa.preview.queries import Preview, preview_page


class PreviewPage(ActingState, rx.State):
    """What the address asks to see. ``_noted`` is the look that stands in the log already."""

    preview: Preview = Preview()
    _noted: str = ""

    @rx.event
    async def load(self) -> None:
        """Log who looks as whom, and only then show it."""
        person, goal, part = self._query("person"), self._query("maal"), self._query("vis")
        meeting = self._query("moede")
        look = f"{person} {goal} {meeting} {part}"
        if person and look != self._noted:
            if await self._act(note_look, membership_id=person) is None:
                self.reset()
                self.missing, self.loaded = True, True
                live.forget(self.router.session.client_token)
                return
            self._noted = look
        await self._show(
            preview_page,
            "preview",
            circle_id=CURRENT_CIRCLE,
            membership_id=person,
            goal_id=goal,
            meeting_id=meeting,
            part=part,
        )
