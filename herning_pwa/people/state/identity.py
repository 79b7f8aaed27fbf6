"""The way in through the identity provider, and one's own link to it."""

from __future__ import annotations

import reflex as rx

from herning_pwa.config import settings
from herning_pwa.gate import public, without_second_factor
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState
from herning_pwa.people.commands.identities import unlink_identity


class IdentityDoor(rx.State):
    """What the provider is called; empty where there is none.

    Asked when the page opens and not when it was built: the same pages serve every municipality.
    """

    provider: str = ""

    @rx.event
    @public
    async def look(self) -> None:
        provider = settings().identity_provider
        self.provider = provider.name if provider else ""


class IdentitySection(ActingState, rx.State):
    """The settings page's section."""

    @rx.event
    @without_second_factor
    async def begin(self) -> None:
        """The page has been opened: what was said earlier is over."""
        self.notice, self.conflict, self.problems, self.must_prove = "", "", [], False

    @rx.event
    async def unlink(self) -> None:
        """Take the link away."""
        if await self._act(unlink_identity):
            self.notice = _("MitID can no longer open your account.")
