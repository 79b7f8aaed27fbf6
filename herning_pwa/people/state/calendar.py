"""The settings page's part about one's own calendar."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.people.commands.calendar import (
    choose_feed_details,
    choose_meeting_mail,
    make_feed,
    remove_feed,
)
from herning_pwa.people.state.settings import Part, SettingsPage


class OwnCalendar(Part, rx.State):
    """The address for the phone's calendar, and mail about meetings."""

    @rx.event(temporal=True)
    async def make(self) -> Any:
        if await self._act(make_feed):
            self.notice = _("Your calendar has its address. An earlier one no longer works.")
        return SettingsPage.load

    @rx.event(temporal=True)
    async def remove(self) -> Any:
        if await self._act(remove_feed):
            self.notice = _("The address is gone. Your phone takes the meetings away.")
        return SettingsPage.load

    @rx.event(temporal=True)
    async def show_details(self, detailed: bool) -> Any:
        if await self._act(choose_feed_details, detailed=detailed):
            self.notice = _("It is saved. Your phone shows it within a day.")
        return SettingsPage.load

    @rx.event(temporal=True)
    async def send_mail(self, wanted: bool) -> Any:
        if await self._act(choose_meeting_mail, wanted=wanted):
            self.notice = _("Your choice is saved.")
        return SettingsPage.load
