"""/arbejdsbord: professionals only."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.desk.components import lines, quiet_group
from herning_pwa.desk.state import DeskPage
from herning_pwa.i18n import _
from herning_pwa.notifications.components.messages import IconNumber
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.cards import section
from herning_pwa.ui.feedback import info_notice, skeleton

VIEW = DeskPage.view


def desk_page() -> rx.Component:
    return signed_in_page(
        DeskPage,
        rx.cond(DeskPage.loaded, _desk(), skeleton("row", 5)),
        IconNumber.create(count=VIEW.icon_number),
        title=_("Desk"),
        active=routes.DESK,
    )


def _desk() -> rx.Component:
    on_open = DeskPage.open
    return rx.el.div(
        rx.foreach(VIEW.coming, lambda sentence: info_notice(rx.el.p(sentence))),
        section(
            VIEW.waiting_heading,
            rx.cond(
                VIEW.waiting.length() > 0,
                lines(VIEW.waiting, on_open=on_open),
                rx.el.p(_("Nothing is waiting for you."), class_name="soft"),
            ),
        ),
        quiet_group(_("Prepared for a meeting"), VIEW.prepared, on_open=on_open),
        quiet_group(_("What we understood"), VIEW.summaries, on_open=on_open),
        quiet_group(_("Meetings coming up"), VIEW.meetings, on_open=on_open),
        quiet_group(_("Follow-ups"), VIEW.follow_ups, on_open=on_open),
        quiet_group(_("New progress in the last week"), VIEW.fresh, on_open=on_open),
        quiet_group(_("Goals that have stood still for long"), VIEW.still, on_open=on_open),
        quiet_group(_("Families that have been silent for long"), VIEW.silent, on_open=on_open),
        class_name="desk-page",
    )


PAGE = Page(route=routes.DESK, title=_("Desk"), content=desk_page, on_load=DeskPage.load)
