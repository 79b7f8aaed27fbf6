"""/loefter: small promises around the child."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.commitments.components.asking import asking
from herning_pwa.commitments.components.cards import commitments
from herning_pwa.commitments.state import CommitmentsPage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, skeleton, success_notice

VIEW = CommitmentsPage.view


def commitments_page() -> rx.Component:
    return signed_in_page(
        CommitmentsPage,
        success_notice(CommitmentsPage.notice),
        conflict_notice(CommitmentsPage.conflict),
        rx.cond(CommitmentsPage.loaded, _commitments(), skeleton("card", 3)),
        title=_("Commitments"),
        lead=_("Small things we help each other with."),
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


def _commitments() -> rx.Component:
    return rx.el.div(
        rx.cond(VIEW.asks_by_name, asking()),
        commitments(_("Open commitments"), VIEW.open),
        commitments(_("Your commitments"), VIEW.mine),
        rx.cond(VIEW.asks_by_name, rx.fragment(), asking()),
        commitments(_("What others have promised"), VIEW.coming),
        commitments(_("Done"), VIEW.done),
        class_name="stack",
    )


PAGE = Page(
    route=routes.COMMITMENTS,
    title=_("Commitments"),
    content=commitments_page,
    on_load=CommitmentsPage.load,
    keeps=CommitmentsPage.view,
)
