"""The settings page's card about an authenticator app."""

from __future__ import annotations

import reflex as rx

from herning_pwa.i18n import _
from herning_pwa.people.state.settings import OwnAuthenticator, SettingsPage
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import card
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.forms import field, form
from herning_pwa.ui.links import document_link
from herning_pwa.ui.problems import error_summary

ACCESS = SettingsPage.access
APP = SettingsPage.access.authenticator


def own_authenticator() -> rx.Component:
    """In use, being set up, or not yet."""
    return card(
        rx.el.h3(_("Authenticator app")),
        success_notice(OwnAuthenticator.notice),
        error_summary(OwnAuthenticator.problems),
        rx.cond(OwnAuthenticator.conflict != "", rx.el.p(OwnAuthenticator.conflict, role="alert")),
        rx.cond(APP.story != "", _in_use(), rx.cond(APP.qr != "", _set_up(), _not_yet())),
    )


def _not_yet() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("An app on your phone shows a code. You write it after your password.")),
        rx.cond(
            ACCESS.is_fresh,
            button(
                _("Set up an authenticator app"),
                kind="secondary",
                on_click=OwnAuthenticator.begin,
            ),
        ),
    )


def _set_up() -> rx.Component:
    return rx.el.div(
        rx.el.ol(
            rx.el.li(_("Open an authenticator app on your phone.")),
            rx.el.li(_("Let it read the picture, or write the key into it.")),
            rx.el.li(_("Write the code that the app shows.")),
            class_name="how",
        ),
        rx.el.img(src=APP.qr, alt=_("A QR code with the key below"), class_name="qr"),
        rx.el.p(document_link(_("Is the app on this phone? Open it here"), to=APP.address)),
        rx.el.p(rx.el.b(_("Key: ")), rx.el.code(APP.secret)),
        form(
            field(
                _("The code from the app"),
                "code",
                auto_complete="one-time-code",
                input_mode="numeric",
                problems=OwnAuthenticator.problems,
            ),
            acts(
                submit(_("Save the app")),
                button(_("Not now"), kind="quiet", on_click=OwnAuthenticator.stop),
            ),
            on_submit=OwnAuthenticator.confirm,
        ),
        class_name="stack",
    )


def _in_use() -> rx.Component:
    return rx.fragment(
        rx.el.p(APP.story),
        rx.cond(
            ACCESS.is_fresh,
            button(
                _("Remove the authenticator app"), kind="quiet", on_click=OwnAuthenticator.remove
            ),
        ),
    )
