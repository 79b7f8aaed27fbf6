"""/opfoelgning/runde: how it goes, one goal on each screen, and at the end what comes next."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.followup.components.asking import asking
from herning_pwa.followup.state import RoundPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.buttons import link_button
from herning_pwa.ui.feedback import skeleton
from herning_pwa.ui.links import link


def update_round_page() -> rx.Component:
    view = RoundPage.view
    return signed_in_page(
        RoundPage,
        rx.cond(
            RoundPage.loaded,
            rx.cond(view.form.goal_id != "", asking(), _at_the_end()),
            skeleton("card", 1),
        ),
        title=_("How is it going?"),
        heading=view.heading,
        above=f"{view.where}",
        active=routes.HOME,
        back=f"{view.before}",
    )


def _at_the_end() -> rx.Component:
    """What becomes of the answers, and on to everyday life."""
    view = RoundPage.view
    return rx.el.div(
        rx.cond(view.thanks != "", rx.el.p(view.thanks, class_name="lead")),
        rx.el.p(view.next_step),
        link_button(_("Go to the front page"), routes.HOME),
        link(_("See the follow-up"), to=routes.FOLLOW_UP),
        class_name="stack",
    )


PAGE = Page(
    route=routes.UPDATE_ROUND,
    title=_("How is it going?"),
    content=update_round_page,
    on_load=[RoundPage.begin, RoundPage.load],
    keeps=RoundPage.view,
)
