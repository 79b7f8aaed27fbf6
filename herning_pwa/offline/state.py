"""/usendt: what has not been sent."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.offline.commands import let_go
from herning_pwa.offline.queries import UnsentView, unsent_page
from herning_pwa.people.acting import ActingState

MOST_KEYS = 50


class UnsentPage(ActingState, rx.State):
    """What the server has sent back. What waits on the phone only the phone knows."""

    view: UnsentView = UnsentView()
    forgotten: list[str] = []  # what the phone has down as sent back, and its writer has let go of

    @rx.event
    async def load(self) -> None:
        """Show the person's own."""
        await self._show(unsent_page, "view")

    @rx.event
    async def compare(self, keys: list[str]) -> None:
        """The phone has these down as sent back."""
        await self._show(unsent_page, "view")
        asked = keys[:MOST_KEYS] if isinstance(keys, list) else []
        self.forgotten = [str(key) for key in asked if key not in self.view.known]

    @rx.event(temporal=True)
    async def let_go(self, key: str) -> None:
        """Delete the words."""
        if await self._act(let_go, key=key):
            self.notice = _("It is deleted.")
        await self._show(unsent_page, "view")
