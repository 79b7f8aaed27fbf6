"""/indstillinger: how I sign in, and where I am signed in."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa.gate import without_second_factor
from herning_pwa.i18n import _
from herning_pwa.people.acting import ActingState
from herning_pwa.people.commands import (
    end_own_session,
    end_own_upload,
    forget_own_device,
    sign_out_elsewhere,
)
from herning_pwa.people.commands.authenticators import (
    begin_authenticator,
    confirm_authenticator,
    remove_authenticator,
    stop_authenticator,
)
from herning_pwa.people.commands.own_password import choose_password
from herning_pwa.people.commands.passkeys import remove_passkey, rename_passkey
from herning_pwa.people.queries.own_access import OwnAccessView, own_access
from herning_pwa.people.running import CURRENT_SESSION


class Part(ActingState, mixin=True):
    """One part of the page, which says what went well and what did not."""

    @rx.event
    @without_second_factor
    async def begin_page(self) -> None:
        """The page has been opened: what was said earlier is over."""
        self.notice, self.conflict, self.problems, self.must_prove = "", "", [], False


class SettingsPage(Part, rx.State):
    """The page, and the passkeys on it."""

    access: OwnAccessView = OwnAccessView()

    @rx.event
    @without_second_factor
    async def load(self) -> None:
        await self._show(own_access, "access", session_id=CURRENT_SESSION)

    @rx.event
    @without_second_factor
    async def passkey_added(self) -> Any:
        """The browser says the new passkey is kept; the list says whether it is so."""
        self.problems, self.must_prove = [], False
        self.notice = _("The passkey is added. You can give it a name you know.")
        return type(self).load

    @rx.event
    @without_second_factor
    async def rename_passkey(self, form: dict[str, Any]) -> Any:
        form = self._form(form)
        key_id = form.get("passkey_id")
        if await self._act(rename_passkey, passkey_id=key_id, name=form.get("name")):
            self.notice = _("The passkey has its new name.")
        return type(self).load

    @rx.event(temporal=True)
    @without_second_factor
    async def remove_passkey(self, passkey_id: str) -> Any:
        if await self._act(remove_passkey, passkey_id=passkey_id):
            self.notice = _("The passkey is removed. Nobody can sign in with it any more.")
        return type(self).load


class OwnAuthenticator(Part, rx.State):
    """The page's part about the authenticator app."""

    @rx.event(temporal=True)
    @without_second_factor
    async def begin(self) -> Any:
        await self._act(begin_authenticator)
        return SettingsPage.load

    @rx.event
    @without_second_factor
    async def confirm(self, form: dict[str, Any]) -> Any:
        code = self._form(form).get("code")
        if await self._act(confirm_authenticator, session_id=CURRENT_SESSION, code=code):
            self.notice = _("The authenticator app is ready. It shows a new code each time.")
        return SettingsPage.load

    @rx.event(temporal=True)
    @without_second_factor
    async def stop(self) -> Any:
        await self._act(stop_authenticator)
        return SettingsPage.load

    @rx.event(temporal=True)
    @without_second_factor
    async def remove(self) -> Any:
        if await self._act(remove_authenticator):
            self.notice = _("The authenticator app is removed. Its codes no longer work.")
        return SettingsPage.load


class OwnSessions(Part, rx.State):
    """The page's part about browsers."""

    @rx.event(temporal=True)
    @without_second_factor
    async def end(self, session_id: str) -> Any:
        if await self._act(end_own_session, session_id=session_id):
            self.notice = _("You are signed out there.")
        return SettingsPage.load

    @rx.event(temporal=True)
    @without_second_factor
    async def forget(self, device_id: str) -> Any:
        if await self._act(forget_own_device, device_id=device_id):
            self.notice = _("We ask for a code there the next time.")
        return SettingsPage.load

    @rx.event(temporal=True)
    @without_second_factor
    async def end_upload(self, grant_id: str) -> Any:
        if await self._act(end_own_upload, grant_id=grant_id):
            self.notice = _("Nothing more is sent from there, unless you sign in.")
        return SettingsPage.load

    @rx.event(temporal=True)
    @without_second_factor
    async def end_others(self) -> Any:
        if await self._act(sign_out_elsewhere, session_id=CURRENT_SESSION):
            self.notice = _("You are signed out everywhere but here.")
        return SettingsPage.load


class OwnPassword(Part, rx.State):
    """The page's part about the password."""

    @rx.event
    async def choose(self, form: dict[str, Any]) -> Any:
        password = self._form(form).get("password")
        if await self._act(choose_password, session_id=CURRENT_SESSION, password=password):
            self.notice = _("You have a new password. You are signed out everywhere but here.")
        return SettingsPage.load
