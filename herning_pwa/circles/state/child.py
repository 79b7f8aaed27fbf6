"""/kreds/barn/[child_id]: one child."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import reflex as rx

from herning_pwa.circles.commands import resend_invitation, revoke_invitation
from herning_pwa.circles.commands.young import end_access, give_access, record_birth
from herning_pwa.circles.queries.child import ChildView, child_page
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState

GIVING, BIRTH = "child.access", "child.birth"  # kept for each child by itself


class ChildPage(ActingState, rx.State):
    """A child, and the child's own sign-in."""

    child: ChildView = ChildView()

    @rx.event
    async def load(self) -> None:
        await self._show(child_page, "child", child_id=self._param("child_id"))

    @rx.event
    async def give(self, form: dict[str, Any]) -> Any:
        """Send the young person the link to their own sign-in."""
        form = self._form(form)
        thanks = _("The link is on its way. The parents are told that there is news.")
        return await self._do(
            give_access,
            thanks,
            form=f"{GIVING}:{form.get('child_id')}",
            child_id=form.get("child_id"),
            email=form.get("email"),
        )

    @rx.event(temporal=True)
    async def resend(self, invitation_id: str) -> Any:
        """Send a new link to the same address."""
        thanks = _("A new link is on its way. The old one no longer works.")
        return await self._do(resend_invitation, thanks, invitation_id=invitation_id)

    @rx.event(temporal=True)
    async def revoke(self, invitation_id: str) -> Any:
        """Take the link back."""
        thanks = _("The invitation has been taken back. The link no longer works.")
        return await self._do(revoke_invitation, thanks, invitation_id=invitation_id)

    @rx.event(temporal=True)
    async def end(self, child_id: str) -> Any:
        """End the own sign-in."""
        return await self._do(end_access, _("The sign-in has been ended."), child_id=child_id)

    @rx.event
    async def record_birth(self, form: dict[str, Any]) -> Any:
        """Write down name and birthday."""
        form = self._form(form)
        return await self._do(
            record_birth,
            _("It is written down."),
            form=f"{BIRTH}:{form.get('child_id')}",
            child_id=form.get("child_id"),
            first_name=form.get("first_name"),
            birth_date=form.get("birth_date"),
        )

    async def _do(self, command: Callable[..., Any], thanks: str, **about: Any) -> Any:
        """Run the command, say how it went, show the child anew."""
        if await self._act(command, **about):
            self.notice = thanks
        return type(self).load
