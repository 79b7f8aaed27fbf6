"""/kreds/overdrag: handing the circle to another professional."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.hand_over import (
    agreed,
    earlier_handovers,
    plan_form,
    plan_preview,
)
from herning_pwa.circles.state import HandOverPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice


def hand_over_page() -> rx.Component:
    view = HandOverPage.view
    return signed_in_page(
        HandOverPage,
        success_notice(HandOverPage.notice),
        conflict_notice(HandOverPage.conflict),
        rx.cond(
            HandOverPage.loaded,
            rx.fragment(
                rx.cond(
                    HandOverPage.is_ready,
                    plan_preview(),
                    rx.cond(
                        (view.handover_id != "") & ~HandOverPage.is_changing, agreed(), plan_form()
                    ),
                ),
                earlier_handovers(),
            ),
            skeleton("card", 2),
        ),
        title=_("Hand the circle on"),
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


PAGE = Page(
    route=routes.HAND_OVER,
    title=_("Hand the circle on"),
    content=hand_over_page,
    on_load=HandOverPage.load,
)
