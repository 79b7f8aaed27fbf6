"""/kreds/invitation/[invitation_id]: showing or printing an invitation's code."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.circles.commands import revoke_invitation, show_link
from herning_pwa.circles.queries import LinkView, link_page
from herning_pwa.people.acting import ActingState


class LinkPage(ActingState, rx.State):
    """``_secret`` was made for this tab alone; as soon as its link is dead it shows nothing."""

    invitation: LinkView = LinkView()
    _secret: str = ""

    @rx.event
    async def load(self) -> None:
        await self._show(
            link_page,
            "invitation",
            invitation_id=self._param("invitation_id"),
            secret=self._secret,
        )

    @rx.event(temporal=True)
    async def show(self, invitation_id: str) -> Any:
        """Make a fresh code. Those before it no longer work."""
        done = await self._act(show_link, invitation_id=invitation_id)
        if done:
            self._secret = done.value
        return type(self).load

    @rx.event(temporal=True)
    async def revoke(self, invitation_id: str) -> Any:
        """Take the invitation back."""
        await self._act(revoke_invitation, invitation_id=invitation_id)
        return type(self).load
