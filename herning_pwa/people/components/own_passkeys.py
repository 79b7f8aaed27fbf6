"""The settings page's card about passkeys."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.people.components.passkey import add_passkey
from herning_pwa.people.queries.own_access import OwnThing
from herning_pwa.people.state.settings import SettingsPage
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import card, details_card
from herning_pwa.ui.forms import field, form

ACCESS = SettingsPage.access


def own_passkeys() -> rx.Component:
    """What they are, the ones I have, and one more."""
    return card(
        rx.el.h3(_("Passkeys")),
        rx.el.p(_("You sign in with your finger, your face or your phone's code.")),
        rx.foreach(ACCESS.passkeys, _passkey),
        rx.cond(ACCESS.is_fresh & ACCESS.can_add_passkey, _add()),
    )


def _add() -> rx.Component:
    """The page's main act until there is one."""
    return rx.cond(
        ACCESS.passkeys.length() > 0,
        add_passkey(_("Add one more"), kind="secondary", on_done=SettingsPage.passkey_added),
        add_passkey(_("Add a passkey"), kind="primary", on_done=SettingsPage.passkey_added),
    )


def _passkey(key: rx.Var[OwnThing]) -> rx.Component:
    return details_card(
        key.name,
        form(
            rx.el.input(type="hidden", name="passkey_id", value=key.id),
            field(
                _("What do you call it?"),
                "name",
                id=f"name-{key.id}",
                value=key.name,
                hint=_("For example: My phone"),
                problems=SettingsPage.problems,
            ),
            acts(
                submit(_("Save the name"), kind="secondary"),
                rx.cond(
                    ACCESS.is_fresh,
                    button(
                        _("Remove the passkey"),
                        kind="quiet",
                        on_click=SettingsPage.remove_passkey(key.id),
                    ),
                ),
            ),
            on_submit=SettingsPage.rename_passkey,
        ),
        summary=key.story,
        key=key.id,
    )
