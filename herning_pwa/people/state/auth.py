"""The signed-in person's part of every tab: bound by the gate, never trusted from outside."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.errors import DomainError
from herning_pwa.people.commands import choose_circle, keep_forms, stay_signed_in
from herning_pwa.people.running import CURRENT_SESSION, run
from herning_pwa.people.second_factor import without_second_factor
from herning_pwa.ui.values import KeptText


class AuthState(rx.State):
    """Whose tab this is. ``_session_hash`` is written by the gate alone."""

    expires_at: int = 0  # epoch milliseconds; 0 while nobody is signed in
    person: str = ""  # the reader's own id, under which this phone keeps what is not sent
    session: str = ""  # the sign-in's own id: leaving it ends that one, and none that came after
    kept: list[KeptText] = []
    seen_at: int = 0  # when the page was shown, by the server's clock, in epoch milliseconds
    _session_hash: str = ""

    @rx.event
    @without_second_factor
    async def stay(self) -> None:
        """Stay signed in: the idle clock starts afresh."""
        await self._run(stay_signed_in)

    @rx.event
    async def keep(self, entries: list[dict[str, str]]) -> None:
        """Keep what is typed and not sent."""
        await self._run(keep_forms, entries=entries)

    @rx.event
    async def choose_circle(self, circle_id: str) -> Any:
        """Look at another circle, starting from today's page."""
        await self._choose_circle(circle_id)
        return rx.redirect(routes.HOME)

    async def _choose_circle(self, circle_id: object) -> None:
        await self._run(choose_circle, session_id=CURRENT_SESSION, circle_id=circle_id)

    async def _run(self, command: Callable[..., Any], **arguments: Any) -> None:
        """Run a command that has no form of its own. A refusal is logged and changes nothing."""
        with suppress(DomainError):
            ran = await asyncio.to_thread(run, self._session_hash, command, arguments)
            self.expires_at = ran.expires_milliseconds
