"""/kreds/[membership_id]: one person's place, and what the reader may change about it."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.commands import (
    agree_last_day,
    end_membership,
    leave_circle,
    remove_last_day,
)
from herning_pwa.circles.queries import PlaceView, person_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState


class PersonPage(ActingState, rx.State):
    """Somebody in the circle."""

    place: PlaceView = PlaceView()

    @rx.event
    async def load(self) -> None:
        await self._show(person_page, "place", membership_id=self._param("membership_id"))

    @rx.event
    async def agree_last_day(self, form: dict[str, Any]) -> Any:
        """Say until when, or move it."""
        form = self._form(form)
        done = await self._act(
            agree_last_day, membership_id=form.get("membership_id"), day=form.get("last_day")
        )
        if done:
            self.notice = _("The last day is written down.")
        return type(self).load

    @rx.event(temporal=True)
    async def remove_last_day(self, membership_id: str) -> Any:
        """No last day after all."""
        if await self._act(remove_last_day, membership_id=membership_id):
            self.notice = _("The last day has been taken away.")
        return type(self).load

    @rx.event(temporal=True)
    async def end(self, membership_id: str) -> Any:
        """End somebody else's place."""
        if await self._act(end_membership, membership_id=membership_id):
            return rx.redirect(routes.CIRCLE)
        return type(self).load

    @rx.event(temporal=True)
    async def leave(self, membership_id: str) -> Any:
        """Leave the circle."""
        if await self._act(leave_circle, membership_id=membership_id):
            return rx.redirect(routes.HOME)
        return type(self).load
