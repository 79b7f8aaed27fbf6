"""/log-ind/igen: what this person can show."""

from __future__ import annotations

import reflex as rx

from herning_pwa.gate import without_second_factor
from herning_pwa.people.acting import ActingState
from herning_pwa.people.commands.proving import ProveView, ways_to_prove


class ProvePage(ActingState, rx.State):
    """Showing happens over HTTP, like signing in; the page only says how."""

    ways: ProveView = ProveView()

    @rx.event
    @without_second_factor
    async def load(self) -> None:
        await self._show(ways_to_prove, "ways", then=self._query("videre"))
