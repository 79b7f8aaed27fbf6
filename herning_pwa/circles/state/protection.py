"""The protected address on a person's page."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.circles.commands.protection import lift_protection, protect_address
from herning_pwa.circles.state.person import PersonPage
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState


class ProtectAddress(ActingState, rx.State):
    """Two taps: protected, and no longer."""

    @rx.event
    async def begin(self) -> None:
        """A page has been opened: what was said on an earlier one is over."""
        self.notice, self.problems, self.must_prove = "", [], False

    @rx.event(temporal=True)
    async def protect(self, membership_id: str) -> Any:
        """The address is protected from now."""
        if await self._act(protect_address, membership_id=membership_id):
            self.notice = _("It is written down. We take care of the address.")
        return PersonPage.load

    @rx.event(temporal=True)
    async def lift(self, membership_id: str) -> Any:
        """The address is no longer protected."""
        if await self._act(lift_protection, membership_id=membership_id):
            self.notice = _("It is written down. The address is no longer protected.")
        return PersonPage.load
