"""/kreds/invitation/[invitation_id]: an invitation given by hand."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.link import acts_with_the_code, showing, the_code
from herning_pwa.circles.state import LinkPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.feedback import conflict_notice, skeleton
from herning_pwa.ui.problems import error_summary

VIEW = LinkPage.invitation


def link_page() -> rx.Component:
    return signed_in_page(
        LinkPage,
        error_summary(LinkPage.problems),
        conflict_notice(LinkPage.conflict),
        rx.cond(LinkPage.loaded, _invitation(), skeleton("card", 2)),
        title=_("Show the invitation"),
        heading=VIEW.heading,
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


def _invitation() -> rx.Component:
    return rx.el.div(
        rx.el.p(VIEW.what, class_name="words", dir="auto"),
        rx.cond(
            VIEW.settled != "",
            rx.fragment(
                rx.el.p(VIEW.settled, class_name="lead", role="status"),
                link_button(_("Open the circle"), routes.CIRCLE),
            ),
            rx.cond(VIEW.code != "", rx.fragment(the_code(), acts_with_the_code()), showing()),
        ),
        class_name="invitation",
    )


PAGE = Page(
    route=routes.INVITATION_LINK,
    title=_("Show the invitation"),
    content=link_page,
    on_load=LinkPage.load,
)
