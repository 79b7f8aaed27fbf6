"""/kreds/inviter: inviting somebody to the circle."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.circles.components.guest import guest_form, guest_preview
from herning_pwa.circles.state import InvitePage
from herning_pwa.i18n import _
from herning_pwa.page import Page, signed_in_page
from herning_pwa.ui.feedback import conflict_notice, skeleton


def invite_page() -> rx.Component:
    return signed_in_page(
        InvitePage,
        conflict_notice(InvitePage.conflict),
        rx.cond(
            InvitePage.loaded,
            rx.cond(InvitePage.is_ready, guest_preview(), guest_form()),
            skeleton("card", 2),
        ),
        title=_("Invite to the circle"),
        active=routes.CIRCLE,
        back=routes.CIRCLE,
    )


PAGE = Page(
    route=routes.INVITE,
    title=_("Invite to the circle"),
    content=invite_page,
    on_load=InvitePage.load,
)
