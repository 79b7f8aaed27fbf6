"""/kreds/barn/[child_id]: one child in the circle."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.child import own_access, the_birth, the_child
from herning_pwa.circles.state.child import ChildPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice
from herning_pwa.ui.problems import error_summary


def child_page() -> rx.Component:
    return signed_in_page(
        ChildPage,
        success_notice(ChildPage.notice),
        error_summary(ChildPage.problems),
        conflict_notice(ChildPage.conflict),
        rx.cond(
            ChildPage.loaded,
            rx.fragment(
                the_child(),
                rx.cond(
                    ChildPage.child.is_born,
                    rx.fragment(own_access(), the_birth()),
                    rx.fragment(the_birth(), own_access()),
                ),
            ),
            skeleton("card", 2),
        ),
        title=_("A child in the circle"),
        heading=ChildPage.child.name,
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


PAGE = Page(
    route=routes.CHILD,
    title=_("A child in the circle"),
    content=child_page,
    on_load=ChildPage.load,
)
