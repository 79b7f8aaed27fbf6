"""/kreds: the people around the child, and what the reader may change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa.circles.commands import (
    confirm_invitation,
    refuse_invitation,
    resend_invitation,
    revoke_invitation,
)
from herning_pwa.circles.queries import CircleView, circle_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState, put

TOLD, SENT, ASKED, EVERYBODY, SUGGESTED = "sendt", "mail", "spurgt", "alle", "forslag"


class CirclePage(ActingState, rx.State):
    """The circle the person has chosen."""

    circle: CircleView = CircleView()
    sent: str = ""  # what became of the invitation just written; the address says so

    @rx.event
    async def load(self) -> None:
        sent = {
            SENT: _("The invitation is on its way. You find it here until it is answered."),
            EVERYBODY: _("It is done, and everybody in the circle has been told."),
            SUGGESTED: _("Thank you. The adults can see your suggestion, and answer you here."),
            ASKED: _("The parents have been asked. The invitation is sent when one says yes."),
        }.get(self._query(TOLD), "")
        put(self, sent=sent)
        await self._show(circle_page, "circle", circle_id=CURRENT_CIRCLE)

    @rx.event(temporal=True)
    async def confirm(self, invitation_id: str) -> Any:
        """Say yes to a professional's guest."""
        thanks = _("Thank you. Now the invitation is passed on.")
        return await self._do(confirm_invitation, thanks, invitation_id=invitation_id)

    @rx.event(temporal=True)
    async def refuse(self, invitation_id: str) -> Any:
        """Say no to a professional's guest."""
        thanks = _("Thank you for your answer. No invitation is sent.")
        return await self._do(refuse_invitation, thanks, invitation_id=invitation_id)

    @rx.event(temporal=True)
    async def revoke(self, invitation_id: str) -> Any:
        """Take an invitation back."""
        thanks = _("The invitation has been taken back. The link no longer works.")
        return await self._do(revoke_invitation, thanks, invitation_id=invitation_id)

    @rx.event(temporal=True)
    async def resend(self, invitation_id: str) -> Any:
        """Send a new link."""
        thanks = _("A new link is on its way. The old one no longer works.")
        return await self._do(resend_invitation, thanks, invitation_id=invitation_id)

    async def _do(self, command: Callable[..., Any], thanks: str, **about: str) -> Any:
        """Run the command, say how it went, show the circle anew."""
        if await self._act(command, **about):
            self.notice = thanks
        return type(self).load
