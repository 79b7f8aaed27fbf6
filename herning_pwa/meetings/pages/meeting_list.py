"""/moeder: what is coming, and what has been."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.components.card import meeting_rows
from herning_pwa.meetings.state import MeetingsPage
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import empty_state, skeleton
from herning_pwa.ui.links import row_link


def meeting_list_page() -> rx.Component:
    view = MeetingsPage.meetings
    return signed_in_page(
        MeetingsPage,
        rx.cond(
            MeetingsPage.loaded,
            rx.fragment(
                _ahead(),
                rx.cond(view.sees_follow_ups, _follow_up()),
                link_button(
                    _("Get the meetings into your calendar"),
                    routes.SETTINGS,
                    kind="quiet",
                    symbol="calendar",
                ),
                rx.cond(view.earlier.length() > 0, _earlier()),
            ),
            skeleton("row", 3),
        ),
        title=_("Meetings"),
        active=routes.MEETINGS,
        primary=rx.cond(
            view.can_plan, link_button(_("New meeting"), routes.NEW_MEETING, symbol="plus")
        ),
    )


def _ahead() -> rx.Component:
    view = MeetingsPage.meetings
    return rx.cond(
        view.ahead.length() > 0,
        section(_("Next meetings"), meeting_rows(view.ahead)),
        empty_state(
            _("No meetings are planned"),
            _("When somebody invites you to a meeting, it is here. Then you can answer."),
        ),
    )


def _follow_up() -> rx.Component:
    return rx.el.div(
        row_link(
            rx.el.b(_("Follow-up")),
            rx.el.span(_("When we look at it together"), class_name="soft"),
            to=routes.FOLLOW_UP,
        ),
        class_name="rows",
    )


def _earlier() -> rx.Component:
    view = MeetingsPage.meetings
    return section(
        _("Earlier meetings"),
        meeting_rows(view.earlier),
        rx.cond(view.more_note != "", rx.el.p(view.more_note, class_name="soft")),
    )


PAGE = Page(
    route=routes.MEETINGS,
    title=_("Meetings"),
    content=meeting_list_page,
    on_load=MeetingsPage.load,
    keeps=MeetingsPage.meetings,
)
