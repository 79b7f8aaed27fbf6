"""/moeder/[meeting_id]/forbered: three questions before the meeting."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.i18n import _
from herning_pwa.meetings.components.prepare import questions, sharing, what_was_written
from herning_pwa.meetings.state import PreparePage
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, info_notice, skeleton, success_notice

VIEW = PreparePage.view
BACK = rx.Var.create(f"{routes.MEETINGS}/{VIEW.meeting_id}")


def prepare_page() -> rx.Component:
    return signed_in_page(
        PreparePage,
        success_notice(PreparePage.notice),
        conflict_notice(PreparePage.conflict),
        rx.cond(PreparePage.loaded, _preparing(), skeleton("card", 3)),
        title=_("Prepare for the meeting"),
        active=routes.MEETINGS,
        back=BACK,
    )


def _preparing() -> rx.Component:
    return rx.fragment(
        rx.el.p(VIEW.kind, ", ", VIEW.when, class_name="lead"),
        rx.cond(
            VIEW.can_write,
            rx.fragment(questions(), sharing()),
            rx.fragment(info_notice(rx.el.p(VIEW.closed_line)), what_was_written()),
        ),
    )


PAGE = Page(
    route=routes.PREPARE,
    title=_("Prepare for the meeting"),
    content=prepare_page,
    on_load=PreparePage.load,
)
