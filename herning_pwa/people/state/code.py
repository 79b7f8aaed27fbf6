"""/log-ind/kode: for whoever has just given a right password."""

from __future__ import annotations

import asyncio

import reflex as rx

from herning_pwa.db import reading
from herning_pwa.gate import public
from herning_pwa.people.cookies import second_step_hash_of
from herning_pwa.people.queries.shell import SecondStepView, second_step


class SignInCodePage(rx.State):
    """Where the code is found, and whether another can be sent."""

    step: SecondStepView = SecondStepView()
    loaded: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        """Read where this browser stands. Looking uses nothing up."""
        step_hash = second_step_hash_of(self.router.headers.cookie)
        self.step = await asyncio.to_thread(_read, step_hash)
        self.loaded = True


def _read(step_hash: str) -> SecondStepView:
    with reading() as db:
        return second_step(db, step_hash)
