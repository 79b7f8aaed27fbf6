"""/postkasse: the mail of a demo, where nothing leaves the house."""

from __future__ import annotations

import asyncio

import reflex as rx

from herning_pwa.db import reading
from herning_pwa.errors import NotFound
from herning_pwa.gate import public
from herning_pwa.notifications.queries.mailbox import MailView, mailbox


class MailboxPage(rx.State):
    """Open to everybody, in a demo; empty and not found anywhere else."""

    mails: list[MailView] = []
    loaded: bool = False
    missing: bool = False

    @rx.event
    @public
    async def load(self) -> None:
        try:
            self.mails, self.missing = await asyncio.to_thread(_read), False
        except NotFound:
            self.mails, self.missing = [], True
        self.loaded = True


def _read() -> list[MailView]:
    with reading() as db:
        return mailbox(db)
