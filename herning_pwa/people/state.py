"""The signed-in person's part of every tab: bound by the gate, never trusted from outside."""

from __future__ import annotations

import asyncio
from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.db import transaction
from herning_pwa.people.commands import choose_circle, keep_forms
from herning_pwa.people.sessions import load_actor, touch
from herning_pwa.ui.values import KeptText


class AuthState(rx.State):
    """Whose tab this is. ``_session_hash`` is written by the gate alone."""

    expires_at: int = 0  # epoch milliseconds; 0 while nobody is signed in
    kept: list[KeptText] = []
    _session_hash: str = ""

    @rx.event
    async def stay(self) -> None:
        """Stay signed in: start the idle clock afresh."""
        await self._as_actor(lambda db, actor: touch(db, actor.session_id))

    @rx.event
    async def keep(self, entries: list[dict[str, str]]) -> None:
        """Keep what is typed and not sent."""
        await self._as_actor(lambda db, actor: keep_forms(db, actor.person, entries=entries))

    @rx.event
    async def choose_circle(self, circle_id: str) -> Any:
        """Look at another circle, starting from today's page."""
        await self._as_actor(
            lambda db, actor: choose_circle(
                db, actor.person, session_id=actor.session_id, circle_id=circle_id
            )
        )
        return rx.redirect(routes.HOME)

    async def _as_actor(self, work: Any) -> None:
        """Run ``work(db, actor)`` in one transaction and read the idle clock again."""
        session_hash = self._session_hash

        def run() -> int:
            with transaction() as db:
                work(db, load_actor(db, session_hash))
                db.expire_all()
                return load_actor(db, session_hash).expires_milliseconds

        self.expires_at = await asyncio.to_thread(run)
