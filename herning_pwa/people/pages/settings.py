"""/indstillinger."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.notifications.components.messages import fresh_messages
from herning_pwa.notifications.components.own_messages import own_messages
from herning_pwa.offline.components.remember import this_phone
from herning_pwa.page import Page, signed_in_page
from herning_pwa.people.components.identity import fresh_identity, linked_identity_section
from herning_pwa.people.components.own_authenticator import own_authenticator
from herning_pwa.people.components.own_calendar import own_calendar
from herning_pwa.people.components.own_passkeys import own_passkeys
from herning_pwa.people.components.own_sessions import new_password, where_signed_in
from herning_pwa.people.state.calendar import OwnCalendar
from herning_pwa.people.state.settings import (
    OwnAuthenticator,
    OwnPassword,
    OwnSessions,
    SettingsPage,
)
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import skeleton, success_notice
from herning_pwa.ui.links import row_link
from herning_pwa.ui.problems import error_summary

ACCESS = SettingsPage.access


def settings_page() -> rx.Component:
    return signed_in_page(
        SettingsPage,
        success_notice(SettingsPage.notice),
        error_summary(SettingsPage.problems),
        rx.cond(SettingsPage.loaded, _settings(), skeleton("card", 3)),
        title=_("Settings"),
        active=routes.SETTINGS,
    )


def _settings() -> rx.Component:
    return rx.el.div(
        rx.cond(ACCESS.must_add, _add_first(), _news_and_meetings()),
        section(
            _("How you sign in"),
            rx.el.p(_("You sign in as "), rx.el.b(ACCESS.email), "."),
            rx.cond(ACCESS.is_fresh | SettingsPage.must_prove, rx.fragment(), _prove_first()),
            own_passkeys(),
            own_authenticator(),
            success_notice(OwnPassword.notice),
            error_summary(OwnPassword.problems),
            rx.cond(ACCESS.is_fresh & ~ACCESS.must_add, new_password()),
        ),
        linked_identity_section(ACCESS.identity, is_fresh=ACCESS.is_fresh, then=SettingsPage.load),
        rx.cond(ACCESS.must_add, rx.fragment(), _this_phone()),
        where_signed_in(),
        rx.cond(ACCESS.is_administrator & ~ACCESS.must_add, _for_the_municipality()),
        class_name="stack",
    )


def _this_phone() -> rx.Component:
    return this_phone(
        ACCESS.passkeys.length() > 0, is_fresh=ACCESS.is_fresh, prove_first=_prove_first()
    )


def _news_and_meetings() -> rx.Component:
    """What reaches the person while the app is closed."""
    return rx.fragment(own_messages(ACCESS.messages, then=SettingsPage.load), own_calendar())


def _for_the_municipality() -> rx.Component:
    """What an administrator words for everybody."""
    return section(
        _("The municipality’s words"),
        rx.el.ul(
            rx.el.li(
                row_link(
                    rx.el.b(_("The wellbeing ruler")),
                    rx.el.span(_("What the five numbers are called"), class_name="soft"),
                    to=routes.RULER_WORDS,
                )
            ),
            class_name="rows",
        ),
    )


def _add_first() -> rx.Component:
    """For staff who have shown only a password and a mail."""
    return rx.el.div(
        rx.el.h2(_("Add a passkey or an authenticator app")),
        rx.el.p(_("You work with sensitive matters. Do this first, and the rest opens.")),
        class_name="notice",
        data_kind="wait",
    )


def _prove_first() -> rx.Component:
    return rx.el.div(
        rx.el.p(_("Do you want to change something here? Show first that it is you.")),
        link_button(
            _("Show that it is you"),
            routes.PROVE_ON_THE_WAY_TO + routes.SETTINGS,
            kind="secondary",
        ),
        class_name="notice",
        data_kind="info",
    )


PAGE = Page(
    route=routes.SETTINGS,
    title=_("Settings"),
    content=settings_page,
    on_load=[
        *(
            part.begin_page
            for part in (SettingsPage, OwnCalendar, OwnAuthenticator, OwnPassword, OwnSessions)
        ),
        fresh_messages,
        SettingsPage.load,
        fresh_identity,
    ],
)
