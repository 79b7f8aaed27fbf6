"""/kreds/inviter: who it is, then what they will see, then off it goes."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.commands import invite
from herning_pwa.circles.queries import GuestPreview, InviteView, invite_page, preview_invitation
from herning_pwa.circles.state.circle import ASKED, SENT, TOLD
from herning_pwa.people.acting import CURRENT_CIRCLE, ActingState, put

FIELDS = ("circle_id", "place", "name", "email", "giving", "last_day", "suggestion_id")


class InvitePage(ActingState, rx.State):
    """``guest`` is who has been written so far; ``is_ready`` when they were found usable."""

    invite: InviteView = InviteView()
    guest: GuestPreview = GuestPreview()
    is_ready: bool = False

    @rx.event
    async def load(self) -> None:
        """The form; filled in with somebody a young person has suggested, when asked to."""
        asked = self._query("forslag")
        if asked != self.guest.suggestion_id:  # what was written is about somebody else
            put(self, guest=GuestPreview(), is_ready=False)
        await self._show(invite_page, "invite", circle_id=CURRENT_CIRCLE, suggestion_id=asked)

    @rx.event
    async def look(self, form: dict[str, Any]) -> None:
        """Show what this guest would see. Nothing is sent."""
        done = await self._act(preview_invitation, **self._fields(form))
        if done:
            self.guest, self.is_ready = done.value, True

    @rx.event
    async def change(self) -> None:
        """Back to who it is; what was written stands there."""
        self.is_ready, self.problems, self.conflict = False, [], ""

    @rx.event
    async def send(self, form: dict[str, Any]) -> Any:
        """Send the invitation and show it in the circle; or go on to its code."""
        done = await self._act(invite, form="invite", **self._fields(form))
        self.is_ready = self.must_prove  # stays as it is, and goes off afterwards
        if not done:
            return None
        self.guest = GuestPreview()
        if done.value.is_by_hand and not done.value.waits_for_confirmation:
            return rx.redirect(routes.invitation_link(done.value.id))
        told = ASKED if done.value.waits_for_confirmation else SENT
        return rx.redirect(f"{routes.CIRCLE}?{TOLD}={told}")

    def _fields(self, form: object) -> dict[str, Any]:
        """The named fields and no others."""
        said = self._form(form)
        return {name: said.get(name) for name in FIELDS}
