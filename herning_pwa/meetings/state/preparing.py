"""/moeder/[meeting_id]/forbered: preparing for a meeting."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.meetings.commands import (
    keep_preparation_back,
    share_preparation,
)
from herning_pwa.meetings.queries import PreparingView, preparing_page, what_was_saved
from herning_pwa.meetings.state.autosaving import Autosaving
from herning_pwa.meetings.words import preparation_question
from herning_pwa.offline.hearing import HearsOutbox
from herning_pwa.ui.values import OtherText

ANSWERS = ("going_well", "hard", "next_steps")
FIELDS = (*ANSWERS, "unspoken", "companion")


class PreparePage(HearsOutbox, Autosaving, rx.State):
    """The questions, and who reads the answers."""

    view: PreparingView = PreparingView()

    @rx.event
    async def load(self) -> None:
        """Show what the person has written for the meeting in the address."""
        await self._show_meeting()

    @rx.event
    async def heard(self, key: str) -> None:
        """What came of the words that were sent last."""
        heard = await self._hear(key)
        if heard:
            names = ("meeting_id", "page_key", "serial")
            sent = {name: heard.fields.get(name, "") for name in names}
            await self._show(what_was_saved, "saved", **sent)
            return
        self._tell_refused(self._refused_fields.get("serial", ""))
        if self.conflict:
            await self._show_meeting()
            self._clash(self.view.version, _saved(self.view))

    @rx.event(temporal=True)
    async def share(self, meeting_id: str) -> None:
        """Let everybody at the meeting read the three answers."""
        if await self._act(share_preparation, meeting_id=meeting_id):
            self.notice = _("Shared. Everybody at the meeting can read your answers.")
        await self._show_meeting()

    @rx.event(temporal=True)
    async def keep_back(self, meeting_id: str) -> None:
        """Stop sharing."""
        if await self._act(keep_preparation_back, meeting_id=meeting_id):
            self.notice = _("No longer shared. Somebody may have read it already.")
        await self._show_meeting()

    async def _show_meeting(self) -> None:
        await self._show(preparing_page, "view", meeting_id=self._param("meeting_id"))


def _saved(view: PreparingView) -> list[OtherText]:
    """What stands saved, question by question."""
    if not view.can_write:
        return []
    asked = FIELDS if view.private_heading else ANSWERS
    return [
        OtherText(name, preparation_question(name), getattr(view.words, name)) for name in asked
    ]
