"""The settings page's part about one's own calendar: by mail, and by a phone that fetches."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.page import prove_notice
from herning_pwa.people.state.calendar import OwnCalendar
from herning_pwa.people.state.settings import SettingsPage
from herning_pwa.ui.buttons import acts, button, link_button
from herning_pwa.ui.cards import card, details_card, section
from herning_pwa.ui.feedback import success_notice
from herning_pwa.ui.forms import field
from herning_pwa.ui.links import document_link
from herning_pwa.ui.problems import error_summary

ACCESS = SettingsPage.access
CALENDAR = SettingsPage.access.calendar


def own_calendar() -> rx.Component:
    return section(
        _("Your meetings in your calendar"),
        success_notice(OwnCalendar.notice),
        error_summary(OwnCalendar.problems),
        rx.cond(OwnCalendar.must_prove, prove_notice()),
        _by_mail(),
        _by_phone(),
        rx.cond(CALENDAR.story != "", _more()),
    )


def _by_mail() -> rx.Component:
    return card(
        rx.el.h3(_("By mail")),
        rx.cond(
            CALENDAR.wants_mail,
            rx.fragment(
                rx.el.p(_("We send you a mail about each meeting. It fits your calendar.")),
                button(
                    _("Send me no mail about meetings"),
                    kind="quiet",
                    on_click=OwnCalendar.send_mail(False),
                ),
            ),
            rx.fragment(
                rx.el.p(_("You get no mail about meetings.")),
                button(
                    _("Send me mail about meetings"),
                    kind="secondary",
                    on_click=OwnCalendar.send_mail(True),
                ),
            ),
        ),
    )


def _by_phone() -> rx.Component:
    """One act at a time: show who one is, make the address, open it."""
    return card(
        rx.el.h3(_("By your phone")),
        rx.cond(
            CALENDAR.story == "",
            rx.el.p(_("Your phone can fetch your meetings. It shows when, and no more.")),
            rx.el.p(
                CALENDAR.story,
                " ",
                rx.cond(
                    CALENDAR.wants_mail,
                    _("You also get mail, so a meeting may stand there twice."),
                    "",
                ),
            ),
        ),
        rx.cond(
            ~ACCESS.is_fresh,
            _prove(),
            rx.cond(
                CALENDAR.story == "",
                button(_("Connect the calendar"), kind="secondary", on_click=OwnCalendar.make),
                document_link(
                    _("Open in the calendar"),
                    to=CALENDAR.opens_calendar,
                    class_name="button secondary",
                ),
            ),
        ),
    )


def _prove() -> rx.Component:
    return rx.fragment(
        rx.el.p(_("Show first that it is you. Then you can go on.")),
        link_button(
            _("Show that it is you"), routes.PROVE_ON_THE_WAY_TO + routes.SETTINGS, kind="secondary"
        ),
    )


def _more() -> rx.Component:
    return details_card(
        _("More about the calendar"),
        rx.cond(CALENDAR.address != "", _address()),
        rx.cond(ACCESS.is_fresh & CALENDAR.can_have_details, _details()),
        rx.el.h3(_("Is it to stop?")),
        acts(
            rx.cond(
                ACCESS.is_fresh,
                button(_("Make a new address"), kind="secondary", on_click=OwnCalendar.make),
            ),
            button(_("Disconnect the calendar"), kind="quiet", on_click=OwnCalendar.remove),
        ),
        summary=rx.cond(
            CALENDAR.is_detailed,
            _("It shows what kind of meeting, when and where."),
            _("It shows when you have a meeting, and no more."),
        ),
    )


def _address() -> rx.Component:
    """For a calendar that wants to be given it."""
    return rx.el.div(
        field(
            _("The address of your calendar"),
            "calendar-address",
            value=CALENDAR.address,
            read_only=True,
            hint=_("Copy it into your calendar. Show it to nobody: it opens your meetings."),
        ),
        key=CALENDAR.address,
    )


def _details() -> rx.Component:
    return rx.cond(
        CALENDAR.is_detailed,
        button(_("Show only when"), kind="secondary", on_click=OwnCalendar.show_details(False)),
        button(
            _("Show what and where too"), kind="secondary", on_click=OwnCalendar.show_details(True)
        ),
    )
