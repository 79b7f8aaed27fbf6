"""How somebody wants to hear that there is news: on the settings page, and asked once on today's.

What is shown belongs to those pages; they load themselves again afterwards.
"""

from __future__ import annotations

import reflex as rx

from herning_pwa.gate import without_second_factor
from herning_pwa.i18n import _
from herning_pwa.notifications.commands.subscribing import choose_news, decline_push, unsubscribe
from herning_pwa.people.acting import ActingState


class OwnMessages(ActingState, rx.State):
    """Only what was said about the last choice."""

    @rx.event
    @without_second_factor
    async def begin(self) -> None:
        """The page has been opened: what was said earlier is over."""
        self.notice, self.problems = "", []

    @rx.event(temporal=True)
    async def choose(self, by: str) -> None:
        if await self._act(choose_news, by=by):
            self.notice = _("Your choice is saved.")

    @rx.event(temporal=True)
    async def remove(self, subscription_id: str) -> None:
        if await self._act(unsubscribe, subscription_id=subscription_id):
            self.notice = _("It gets no more messages from us.")

    @rx.event
    async def turned_on(self) -> None:
        """The browser says that it gets messages; the list says whether it is so."""
        self.problems = []
        self.notice = _("You get a message here when there is news.")

    @rx.event(temporal=True)
    async def decline(self) -> None:
        """Not asked again. The words say where it can be turned on all the same."""
        if await self._act(decline_push):
            self.notice = _("We will not ask again. You can turn messages on in your settings.")
