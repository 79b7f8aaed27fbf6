"""/moeder/[meeting_id]/referat: what we understood, and whether it is right."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.components.replies import comments, own_reply, standings
from herning_pwa.meetings.components.summary import draft, earlier, sent
from herning_pwa.meetings.state import SummaryPage
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, info_notice, skeleton, success_notice

VIEW = SummaryPage.view


def summary_page() -> rx.Component:
    return signed_in_page(
        SummaryPage,
        success_notice(SummaryPage.notice),
        conflict_notice(SummaryPage.conflict),
        rx.cond(SummaryPage.loaded, _summary(), skeleton("card", 3)),
        title=_("What we understood"),
        active=routes.MEETINGS,
        back=rx.Var.create(f"{routes.MEETINGS}/{VIEW.meeting_id}"),
    )


def _summary() -> rx.Component:
    return rx.fragment(
        rx.el.p(VIEW.kind, ", ", VIEW.when, class_name="lead"),
        rx.cond(VIEW.nothing != "", info_notice(rx.el.p(VIEW.nothing))),
        rx.cond(VIEW.writes, draft()),
        rx.cond(VIEW.has_sent, rx.fragment(sent(), own_reply(), comments(VIEW.sent), standings())),
        earlier(),
    )


PAGE = Page(
    route=routes.SUMMARY,
    title=_("What we understood"),
    content=summary_page,
    on_load=SummaryPage.load,
)
