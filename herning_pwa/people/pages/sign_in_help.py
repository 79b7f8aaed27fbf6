"""/log-ind/hjaelp: three short ways back in."""

from __future__ import annotations

import reflex as rx

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.page import Page
from herning_pwa.ui.cards import card
from herning_pwa.ui.links import link, phone_link
from herning_pwa.ui.shell import plain_page


def sign_in_help_page() -> rx.Component:
    return plain_page(
        card(
            rx.el.h2(_("Do you have another phone or computer?")),
            rx.el.p(_("If you have a passkey on it, you can sign in there.")),
            rx.el.p(link(_("Sign in"), to=routes.SIGN_IN)),
        ),
        card(
            rx.el.h2(_("Call your social worker")),
            rx.el.p(
                _(
                    "Your social worker can give you new access. "
                    "You get a mail about it at once. After 24 hours you get a link."
                )
            ),
        ),
        card(
            rx.el.h2(_("Call the municipality")),
            rx.el.p(_("Call if you do not know who your social worker is.")),
            rx.el.p(
                phone_link(settings().municipality_phone, number=settings().municipality_phone)
            ),
        ),
        title=_("Can you not sign in?"),
        lead=_("There are three ways to get in again."),
    )


PAGE = Page(route=routes.SIGN_IN_HELP, title=_("Can you not sign in?"), content=sign_in_help_page)
