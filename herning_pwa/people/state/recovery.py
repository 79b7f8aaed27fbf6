"""Helping somebody back in, and the owner's own two links."""

from __future__ import annotations

import asyncio
from typing import Any

import reflex as rx

from herning_pwa.db import reading
from herning_pwa.gate import public
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState
from herning_pwa.people.commands.new_access import NewAccessView, new_access_page
from herning_pwa.people.commands.recovery import start_recovery, withdraw_recovery


class RecoverySection(ActingState, rx.State):
    """On a person's page, for the responsible professional. That page shows itself anew."""

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said on an earlier one is over."""
        self.notice, self.conflict, self.problems, self.must_prove = "", "", [], False

    @rx.event
    async def start(self, form: dict[str, Any]) -> None:
        """Begin, after having made sure who asks."""
        form = self._form(form)
        done = await self._act(
            start_recovery,
            membership_id=form.get("membership_id"),
            checked_by=form.get("checked_by"),
            new_email=form.get("new_email"),
            new_email_again=form.get("new_email_again"),
        )
        if done:
            self.notice = _("It has begun. A mail is on its way, so that it can be stopped.")

    @rx.event(temporal=True)
    async def withdraw(self, recovery_id: str) -> None:
        """Take it back."""
        if await self._act(withdraw_recovery, recovery_id=recovery_id):
            self.notice = _("It has been taken back. The links no longer work.")


class NewAccessPage(rx.State):
    """For whoever holds one of the links, which came from this browser and goes back with it."""

    view: NewAccessView = NewAccessView()
    code: str = ""
    stop: str = ""
    loaded: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        """Read the link. Looking uses nothing up."""
        asked = self.router.url.query_parameters
        self.code, self.stop = str(asked.get("kode", "")), str(asked.get("stop", ""))
        self.view = await asyncio.to_thread(_read, self.code, self.stop, str(asked.get("svar", "")))
        self.loaded = True


def _read(code: str, stop: str, answered: str) -> NewAccessView:
    with reading() as db:
        return new_access_page(db, link=code, stop=stop, answered=answered)
