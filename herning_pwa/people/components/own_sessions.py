"""The settings page's part about the password, and where one is signed in."""

from __future__ import annotations

from typing import Any

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.people.queries.own_access import OwnThing
from herning_pwa.people.state.settings import OwnPassword, OwnSessions, SettingsPage
from herning_pwa.ui.buttons import acts, button, submit
from herning_pwa.ui.cards import card, details_card, section, status
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.forms import field, form
from herning_pwa.ui.outbox import sign_out_form
from herning_pwa.ui.problems import error_summary

ACCESS = SettingsPage.access


def new_password() -> rx.Component:
    """The old one is not asked for: whoever sits here has just shown who they are."""
    return details_card(
        _("Change your password"),
        form(
            rx.el.input(  # tells the phone's password keeper whose password it is
                type="text",
                name="account",
                value=ACCESS.email,
                read_only=True,
                auto_complete="username",
                hidden=True,
            ),
            field(
                _("New password"),
                "password",
                kind="password",
                auto_complete="new-password",
                hint=_("At least 12 characters. Three or four words work well."),
                problems=OwnPassword.problems,
            ),
            submit(_("Save the new password"), kind="secondary"),
            on_submit=OwnPassword.choose,
            clears=True,
        ),
        summary=_("You are then signed out everywhere but here."),
    )


def where_signed_in() -> rx.Component:
    return section(
        _("Where you are signed in"),
        success_notice(OwnSessions.notice),
        error_summary(OwnSessions.problems),
        card(
            rx.el.ul(rx.foreach(ACCESS.sessions, _session), class_name="rows"),
            acts(
                rx.cond(
                    ACCESS.sessions.length() > 1,
                    button(
                        _("Sign out everywhere but here"),
                        kind="secondary",
                        on_click=OwnSessions.end_others,
                    ),
                ),
                sign_out_form(
                    submit(_("Sign out everywhere"), kind="quiet"),
                    action=routes.API_SESSION_END_EVERYWHERE,
                    class_name="stack",
                ),
            ),
        ),
        rx.cond(ACCESS.uploads.length() > 0, _still_sending()),
        rx.cond(ACCESS.devices.length() > 0, _known_browsers()),
    )


def _session(each: rx.Var[OwnThing]) -> rx.Component:
    end = button(_("Sign out"), kind="quiet", on_click=OwnSessions.end(each.id))
    return _row(each, rx.cond(each.is_here, status(_("Here"), "mine"), end))


def _known_browsers() -> rx.Component:
    return details_card(
        _("Browsers we know"),
        rx.el.ul(
            rx.foreach(
                ACCESS.devices,
                lambda each: _row(
                    each,
                    button(_("Forget"), kind="quiet", on_click=OwnSessions.forget(each.id)),
                ),
            ),
            class_name="rows",
        ),
        summary=_("Here your password is enough. Everywhere else we also ask for a code."),
    )


def _still_sending() -> rx.Component:
    return details_card(
        _("Phones that are not done sending"),
        rx.el.ul(
            rx.foreach(
                ACCESS.uploads,
                lambda each: _row(
                    each,
                    button(_("Stop it"), kind="quiet", on_click=OwnSessions.end_upload(each.id)),
                ),
            ),
            class_name="rows",
        ),
        summary=_("You wrote something there and signed out. It is sent when there is a network."),
    )


def _row(thing: rx.Var[OwnThing], end: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(thing.name),
            rx.el.p(thing.story, class_name="soft small"),
            class_name="row-body",
        ),
        rx.el.div(end, class_name="row-end"),
        class_name="row",
    )
