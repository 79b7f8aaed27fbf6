"""/moeder/[meeting_id]/referat: what was understood at a meeting."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.commands import (
    correct_summary,
    reply_to_summary,
    save_summary,
    send_summary,
)
from herning_pwa.meetings.queries import SummaryView, summary_page
from herning_pwa.meetings.state.autosaving import Autosaving
from herning_pwa.ui.values import OtherText

REPLY = "summary-reply"


class SummaryPage(Autosaving, rx.State):
    """The text, and what one says to it."""

    view: SummaryView = SummaryView()

    @rx.event
    async def load(self) -> None:
        """Show what was understood at the meeting in the address."""
        await self._show_meeting()

    @rx.event
    async def save(self, form: dict[str, Any]) -> None:
        """Keep the draft as it is so far."""
        await self._write(save_summary, form)

    @rx.event
    async def send(self, form: dict[str, Any]) -> None:
        """Send it as it stands on the page."""
        if await self._write(send_summary, form):
            self.notice = _("It has been sent. They are asked whether it is right.")
            await self._show_meeting()

    @rx.event(temporal=True)
    async def correct(self, meeting_id: str) -> None:
        """Begin a correction."""
        await self._act(correct_summary, meeting_id=meeting_id)
        await self._show_meeting()

    @rx.event
    async def reply(self, form: dict[str, Any]) -> None:
        """Say that it is right, or what should be different."""
        said = self._form(form)
        fields = ("summary_id", "says", "words", "share")
        done = await self._act(
            reply_to_summary,
            form=f"{REPLY}:{said.get('summary_id', '')}",
            **{name: said.get(name) for name in fields},
        )
        if done:
            self.notice = _("Thank you. Your answer has been sent.")
        await self._show_meeting()

    async def _write(self, command: Any, form: dict[str, Any]) -> bool:
        """Whether it went through; else what another page has saved is shown beside."""
        if await self._save(command, form, ("text",)):
            return True
        if self.conflict:
            await self._show_meeting()
            draft = self.view.draft
            other = [OtherText("text", _("What is saved"), draft.text)] if self.view.writes else []
            self._clash(draft.version, other)
        return False

    async def _show_meeting(self) -> None:
        await self._show(summary_page, "view", meeting_id=self._param("meeting_id"))
